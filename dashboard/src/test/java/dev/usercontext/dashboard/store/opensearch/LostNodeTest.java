package dev.usercontext.dashboard.store.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.TestSpan;
import dev.usercontext.dashboard.store.opensearch.StubNode.Answer;
import dev.usercontext.dashboard.store.opensearch.StubNode.Answers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node that is lost in the midst of an answer: the headers are there, the rest never comes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LostNodeTest {
  private static final Answer NOTHING = Answer.ok("{}");
  private static final String TAKEN = "{\"items\":[{\"create\":{\"status\":201}}]}";

  private static SpanStore open(StubNode... nodes) {
    List<String> hosts = Arrays.stream(nodes).map(StubNode::address).toList();
    return OpenSearchStore.open(
        new OpenSearchSettings(
            hosts, null, null, null, null, "spans", 1, 1, 1, Duration.ofSeconds(2), "a."),
        () -> TestSpan.T0 / 1_000_000);
  }

  @Test
  void theTimeoutIsForTheWholeAnswer() {
    Answers lost = (method, path, body) -> path.equals("/_bulk") ? Answer.half(TAKEN) : NOTHING;
    try (StubNode node = StubNode.start(lost);
        SpanStore store = open(node)) {
      assertThatThrownBy(() -> store.write(List.of(TestSpan.of(1, 1).build())))
          .hasMessageStartingWith("UCD006")
          .hasMessageContaining("does not answer")
          .hasMessageContaining(node.address());
    }
  }

  @Test
  void anotherNodeTakesOver() {
    AtomicBoolean lost = new AtomicBoolean();
    Answers answers =
        (method, path, body) ->
            !path.equals("/_bulk")
                ? NOTHING
                : lost.getAndSet(true) ? Answer.ok(TAKEN) : Answer.half(TAKEN);
    try (StubNode one = StubNode.start(answers);
        StubNode other = StubNode.start(answers);
        SpanStore store = open(one, other)) {
      assertThat(store.write(List.of(TestSpan.of(1, 1).build())).stored()).isEqualTo(1);
    }
  }

  @Test
  void whoeverIsInterruptedWaitsForNoAnswer() {
    try (StubNode node = StubNode.start((method, path, body) -> NOTHING);
        SpanStore store = open(node)) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> store.write(List.of(TestSpan.of(1, 1).build())))
          .hasMessageStartingWith("UCD007");
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
