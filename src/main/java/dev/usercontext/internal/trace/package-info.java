/** The way out: the span processor, and how the OpenTelemetry SDK finds it. */
@NullMarked
package dev.usercontext.internal.trace;

import org.jspecify.annotations.NullMarked;
