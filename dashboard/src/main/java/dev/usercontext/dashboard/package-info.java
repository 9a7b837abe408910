/** The dashboard: OTLP in, spans by user out. */
@NullMarked
package dev.usercontext.dashboard;

import org.jspecify.annotations.NullMarked;
