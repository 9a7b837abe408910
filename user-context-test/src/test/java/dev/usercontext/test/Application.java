package dev.usercontext.test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

/** An application in the JVM of the test, with a plain SDK: it says itself whose its spans are. */
final class Application implements AutoCloseable {

  private final AwaitingSpanExporter exporter = new AwaitingSpanExporter();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();
  private final Tracer tracer = provider.get("application");

  SpanLog log() {
    return exporter.log();
  }

  /** The span that a server begins a request with. */
  Span receive(TracedRequest request, String user) {
    SpanContext caller =
        SpanContext.createFromRemoteParent(
            request.traceId(), request.spanId(), TraceFlags.getSampled(), TraceState.getDefault());
    return begin("GET /orders", SpanKind.SERVER, Context.root().with(Span.wrap(caller)), user);
  }

  Span child(String name, Span parent, String user) {
    return begin(name, SpanKind.INTERNAL, Context.root().with(parent), user);
  }

  /** A span that has left the trace, and names its request. */
  Span detached(String name, TracedRequest request, String user) {
    Span span = begin(name, SpanKind.INTERNAL, Context.root(), user);
    return span.setAttribute("request", request.traceId());
  }

  /**
   * @param user null for nobody
   */
  private Span begin(String name, SpanKind kind, Context parent, String user) {
    SpanBuilder span = tracer.spanBuilder(name).setSpanKind(kind).setParent(parent);
    if (user != null) {
      span.setAttribute("user_id", user).setAttribute("user.id", user);
    }
    return span.startSpan();
  }

  @Override
  public void close() {
    provider.close();
  }
}
