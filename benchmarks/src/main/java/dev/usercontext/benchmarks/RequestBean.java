package dev.usercontext.benchmarks;

import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.RequestScoped;

/** The user as an application's own request-scoped bean. */
@RequestScoped
public class RequestBean {

  public void write(Span span) {
    Caller.writeFive(span);
  }
}
