/** Who the user is, in logs: on OpenTelemetry's log records, and in the MDC of log frameworks. */
@NullMarked
package dev.usercontext.internal.log;

import org.jspecify.annotations.NullMarked;
