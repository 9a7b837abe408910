package dev.usercontext.it.app.work;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Starts and ends spans by hand, as an application with the injected Tracer does. */
@ApplicationScoped
public class Spans {

  @Inject Tracer tracer;

  public void leaf(String name) {
    tracer.spanBuilder(name).startSpan().end();
  }

  public void around(String name, Runnable work) {
    Span span = tracer.spanBuilder(name).startSpan();
    try (Scope ignored = span.makeCurrent()) {
      work.run();
    } finally {
      span.end();
    }
  }

  /** A span that the application cuts off from the trace of its request. */
  public void detached(String name) {
    tracer.spanBuilder(name).setNoParent().startSpan().end();
  }

  /** A span that is still open when this returns. */
  public Span open(String name) {
    return tracer.spanBuilder(name).startSpan();
  }
}
