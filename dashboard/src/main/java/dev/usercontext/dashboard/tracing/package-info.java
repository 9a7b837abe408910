/** The dashboard's own spans. */
@NullMarked
package dev.usercontext.dashboard.tracing;

import org.jspecify.annotations.NullMarked;
