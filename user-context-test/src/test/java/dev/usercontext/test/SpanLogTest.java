package dev.usercontext.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SpanLogTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final SpanLog log = new SpanLog();

  @Test
  void aWindowShowsWhatArrivedSinceItWasOpened() {
    log.add(List.of(span("before")));
    SpanLog.Window window = log.open();
    log.add(List.of(span("after"), span("last")));
    assertThat(window.spans()).extracting(ReceivedSpan::name).containsExactly("after", "last");
  }

  @Test
  void aWindowOnSomeSpansShowsNoOthers() {
    SpanLog.Window window = log.open(span -> span.name().equals("this"));
    log.add(List.of(span("that"), span("this")));
    assertThat(window.spans()).extracting(ReceivedSpan::name).containsExactly("this");
  }

  @Test
  void awaitReturnsOnceTheConditionHolds() {
    SpanLog.Window window = log.open();
    CompletableFuture<Boolean> awaited =
        CompletableFuture.supplyAsync(() -> window.await(spans -> spans.size() == 2, LONG));
    log.add(List.of(span("one")));
    log.add(List.of(span("two")));
    assertThat(awaited).succeedsWithin(LONG).isEqualTo(true);
  }

  @Test
  void awaitGivesUpAtTheDeadline() {
    assertThat(log.open().await(spans -> !spans.isEmpty(), SHORT)).isFalse();
  }

  @Test
  void awaitQuietStartsAnewWithEverySpan() {
    SpanLog.Window window = log.open();
    long start = System.nanoTime();
    assertThat(window.awaitQuiet(spans -> true, SHORT, LONG)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT);
    assertThat(window.awaitQuiet(spans -> true, LONG, SHORT)).isFalse();
  }

  private static ReceivedSpan span(String name) {
    return new ReceivedSpan(
        "0af7651916cd43dd8448eb211c80319c",
        "b7ad6b7169203331",
        "",
        name,
        ReceivedSpan.Kind.INTERNAL,
        Instant.EPOCH,
        Map.of());
  }
}
