package dev.usercontext.jdk25;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.test.AwaitingSpanExporter;
import dev.usercontext.test.ReceivedSpan;
import dev.usercontext.test.SpanLog;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The threads that Java has got since 17: virtual ones, and those of a structured task scope. */
class NewThreadsTest {

  private static final UserContext ADA = UserContext.builder("ada").build();

  private final AwaitingSpanExporter exporter = new AwaitingSpanExporter();
  private final SpanLog.Window window = exporter.log().open();
  private final OpenTelemetrySdk sdk =
      AutoConfiguredOpenTelemetrySdk.builder()
          .disableShutdownHook()
          .addPropertiesSupplier(
              () ->
                  Map.of(
                      "otel.traces.exporter", "none",
                      "otel.metrics.exporter", "none",
                      "otel.logs.exporter", "none"))
          .addTracerProviderCustomizer(
              (builder, config) -> builder.addSpanProcessor(SimpleSpanProcessor.create(exporter)))
          .build()
          .getOpenTelemetrySdk();
  private final Tracer tracer = sdk.getTracer("test");

  @AfterEach
  void close() {
    sdk.close();
  }

  @Test
  void aWrappedTaskOfAVirtualThreadIsOfTheUserInTheTrace() throws Exception {
    Span parent = tracer.spanBuilder("parent").startSpan();
    try (Scope scope = parent.makeCurrent()) {
      Thread.ofVirtual().start(ADA.wrap(() -> record("task"))).join();
    }
    parent.end();

    assertThat(userOf("task")).isEqualTo("ada");
    assertThat(span("task").traceId()).isEqualTo(span("parent").traceId());
  }

  @Test
  void anExecutorOfVirtualThreadsCanBeWrapped() {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      ADA.wrap(executor).execute(() -> record("task"));
      executor.execute(() -> record("of nobody"));
    }

    assertThat(userOf("task")).isEqualTo("ada");
    assertThat(userOf("of nobody")).isNull();
  }

  @Test
  void subtasksOfAStructuredTaskScopeCanBeWrappedOneByOne() throws Exception {
    ADA.call(
        () -> {
          try (var tasks = StructuredTaskScope.open()) {
            tasks.fork(ADA.wrap(() -> record("subtask")));
            tasks.fork(() -> record("of nobody"));
            tasks.join();
          }
          return null;
        });

    assertThat(userOf("subtask")).isEqualTo("ada");
    assertThat(userOf("of nobody")).isNull();
  }

  @Test
  void aStructuredTaskScopeCanHaveThreadsThatCarryTheUser() throws Exception {
    ADA.call(
        () -> {
          ThreadFactory virtual = Thread.ofVirtual().factory();
          ThreadFactory carrying = task -> virtual.newThread(Context.current().wrap(task));
          try (var tasks =
              StructuredTaskScope.open(
                  StructuredTaskScope.Joiner.awaitAll(),
                  config -> config.withThreadFactory(carrying))) {
            tasks.fork(() -> record("subtask"));
            tasks.join();
          }
          return null;
        });

    assertThat(userOf("subtask")).isEqualTo("ada");
  }

  private void record(String name) {
    tracer.spanBuilder(name).startSpan().end();
  }

  private Object userOf(String name) {
    return span(name).attributes().get("user_id");
  }

  private ReceivedSpan span(String name) {
    List<ReceivedSpan> found =
        window.spans().stream().filter(span -> span.name().equals(name)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
