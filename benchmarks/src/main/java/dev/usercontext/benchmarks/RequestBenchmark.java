package dev.usercontext.benchmarks;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A request with its server span, and a servlet that asks for nothing and starts nothing. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(org.openjdk.jmh.annotations.Scope.Thread)
public class RequestBenchmark {

  @Param public RequestWay way;

  private Telemetry telemetry;
  private Tracer tracer;
  private Container container;
  private FilterChain chain;

  /** A field, so that the request is there in every way, whatever the compiler sees of it. */
  private ServletRequest seen;

  @Setup
  public void start() throws Exception {
    telemetry = Telemetry.of(way);
    tracer = telemetry.tracer();
    // As on a server, where the scope begins after the server span.
    container = new Container();
    FilterChain servlet = (request, response) -> seen = request;
    chain = way.hasLibrary() ? Registered.before(servlet) : servlet;
  }

  @TearDown
  public void stop() {
    container.close();
    telemetry.close();
  }

  @Benchmark
  public Span request() throws Exception {
    Span span = tracer.spanBuilder("GET /").setSpanKind(SpanKind.SERVER).setNoParent().startSpan();
    try (Scope scope = span.makeCurrent()) {
      chain.doFilter(new BareRequest(way.hasUser()), null);
    } finally {
      span.end();
    }
    return span;
  }
}
