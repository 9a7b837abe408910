package dev.usercontext.testkit;

import static dev.usercontext.testkit.Users.ADA;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;

/** Ada's scope, closed while a span of another library is current over it: the context keeps it. */
public final class ClosedUnderSpan {

  private ClosedUnderSpan() {}

  public static void run(Telemetry telemetry, Runnable work) {
    Span span = telemetry.span("span").startSpan();
    Scope ada = ADA.makeCurrent();
    try (Scope current = span.makeCurrent()) {
      ada.close();
      work.run();
    }
    span.end();
    // The next scope of the thread takes away what could not be closed.
    ADA.run(() -> {});
  }
}
