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
    open(name).end();
  }

  public void around(String name, Runnable work) {
    Span span = open(name);
    try (Scope ignored = span.makeCurrent()) {
      work.run();
    } finally {
      span.end();
    }
  }

  /** A span that the application cuts off from the trace of its request. */
  public void detached(String name) {
    RequestMark.put(tracer.spanBuilder(name).setNoParent().startSpan()).end();
  }

  /** A span that is still open when this returns. */
  public Span open(String name) {
    return RequestMark.put(tracer.spanBuilder(name).startSpan());
  }
}
