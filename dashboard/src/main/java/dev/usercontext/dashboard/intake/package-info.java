/** OTLP in: gRPC and HTTP, the queue before the store, and who the user of a span is. */
@NullMarked
package dev.usercontext.dashboard.intake;

import org.jspecify.annotations.NullMarked;
