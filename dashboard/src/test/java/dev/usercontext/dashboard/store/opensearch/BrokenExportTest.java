package dev.usercontext.dashboard.store.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.TestSpan;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.opensearch.StubNode.Answer;
import dev.usercontext.dashboard.store.opensearch.StubNode.Answers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is gone from the cluster while it is exported is missed, and not left out silently. */
final class BrokenExportTest {
  private static final Answer GONE =
      new Answer(404, "{\"error\":{\"reason\":\"no such context\"}}");
  private static final Answer POINT = Answer.ok("{\"pit_id\":\"point\"}");

  /** As many as make a page. */
  private static final Answer PAGE =
      Answer.ok(
          Json.write(
              Map.of(
                  "hits",
                  Map.of("hits", IntStream.range(0, 1_000).mapToObj(i -> hit(i)).toList()))));

  private static Object hit(int number) {
    return Map.of(
        "_source",
        Map.of("raw", RawSpan.of(TestSpan.of(1, number + 1L).build())),
        "sort",
        List.of(number));
  }

  private static List<?> export(Answers answers) {
    try (StubNode node = StubNode.start(answers);
        SpanStore store =
            OpenSearchStore.open(
                OpenSearchSettings.of(node.address()), () -> TestSpan.T0 / 1_000_000);
        Stream<?> spans = store.export(SpanFilter.in(TimeRange.ALL))) {
      return spans.toList();
    }
  }

  @Test
  void aPointInTimeThatIsGoneBreaksItOff() {
    AtomicInteger searches = new AtomicInteger();

    assertThatThrownBy(
            () ->
                export(
                    (method, path, body) -> {
                      if (path.startsWith("/_search?")) {
                        return searches.incrementAndGet() == 1 ? PAGE : GONE;
                      }
                      return method.equals("POST") ? POINT : Answer.ok("{}");
                    }))
        .hasMessageStartingWith("UCD006")
        .hasMessageContaining("export");
    assertThat(searches).hasValue(2);
  }

  @Test
  void anExportThatCanNotBeginIsNotAnEmptyOne() {
    assertThatThrownBy(
            () -> export((method, path, body) -> method.equals("POST") ? GONE : Answer.ok("{}")))
        .hasMessageStartingWith("UCD006");
  }
}
