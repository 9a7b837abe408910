package dev.usercontext.it.app.work;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
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
    call(
        name,
        () -> {
          work.run();
          return null;
        });
  }

  public <T, X extends Throwable> T call(String name, Work<T, X> work) throws X {
    Span span = open(name);
    try (Scope ignored = span.makeCurrent()) {
      return work.call();
    } finally {
      span.end();
    }
  }

  /** A span that the application cuts off from the trace of its request. */
  public void detached(String name) {
    RequestMark.put(builder(name).setNoParent().startSpan()).end();
  }

  /** A span that is still open when this returns. */
  public Span open(String name) {
    return RequestMark.put(builder(name).startSpan());
  }

  private SpanBuilder builder(String name) {
    // As OpenTelemetry's own agent does: which thread starts the span.
    return tracer.spanBuilder(name).setAttribute("thread.name", Thread.currentThread().getName());
  }

  /** Work with a result. */
  @FunctionalInterface
  public interface Work<T, X extends Throwable> {
    T call() throws X;
  }
}
