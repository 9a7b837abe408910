package dev.usercontext.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Keeps what is exported, and waits for what is still on its way. */
public final class InMemorySpans implements SpanExporter {

  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final List<SpanData> spans = new ArrayList<>();

  /** All spans, in the order in which they ended; fails unless {@code count} arrive in time. */
  public List<SpanData> await(int count) {
    List<SpanData> arrived = await(spans -> spans.size() >= count);
    assertThat(arrived).as("exported spans").hasSize(count);
    return arrived;
  }

  /** The first span of this name; fails if none arrives in time. */
  public SpanData await(String name) {
    List<SpanData> arrived = await(spans -> spans.stream().anyMatch(s -> s.getName().equals(name)));
    assertThat(arrived).as("exported spans").extracting(SpanData::getName).contains(name);
    return arrived.stream().filter(s -> s.getName().equals(name)).findFirst().orElseThrow();
  }

  private synchronized List<SpanData> await(Predicate<List<SpanData>> complete) {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    try {
      while (!complete.test(spans) && System.nanoTime() < deadline) {
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, deadline - System.nanoTime()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return List.copyOf(spans);
  }

  @Override
  public synchronized CompletableResultCode export(Collection<SpanData> exported) {
    spans.addAll(exported);
    notifyAll();
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
