package dev.usercontext.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.TestSpan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WaterfallTest {

  private static List<String> lines(StoredSpan... spans) {
    return Waterfall.rows(List.of(spans), 0).stream()
        .map(row -> row.depth() + row.span().name())
        .toList();
  }

  private static TestSpan span(long id, String name) {
    return TestSpan.of(1, id).name(name);
  }

  @Test
  void childrenAreUnderTheirParent() {
    assertThat(
            lines(
                span(3, "grandchild").parent(2).build(),
                span(1, "root").build(),
                span(2, "child").parent(1).build()))
        .containsExactly("0root", "1child", "2grandchild");
  }

  @Test
  void aSpanWhoseParentIsMissingIsNotLost() {
    assertThat(lines(span(1, "root").build(), span(2, "orphan").parent(9).build()))
        .containsExactly("0root", "0orphan");
  }

  @Test
  void parentsInACircleEnd() {
    assertThat(lines(span(1, "a").parent(2).build(), span(2, "b").parent(1).build()))
        .containsExactlyInAnyOrder("0a", "1b");
  }

  @Test
  void aDeepTraceIsDrawn() {
    List<StoredSpan> deep = new ArrayList<>();
    for (int i = 1; i <= 50_000; i++) {
      deep.add(span(i, "s").parent(i - 1).build());
    }
    assertThat(Waterfall.rows(deep, 0)).hasSize(50_000);
  }
}
