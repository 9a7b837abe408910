package dev.usercontext.dashboard.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.Edge;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.NodeKind;
import dev.usercontext.dashboard.store.TestSpan;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which edge a span has when so many came after it that it is not remembered any more. */
final class EdgeResolverTest {
  private static final int FORGOTTEN_AFTER = 300_001;

  private final EdgeNames names = new EdgeNames();
  private final SpanMemory memory = new SpanMemory(0);
  private final EdgeResolver edges = new EdgeResolver(names, memory);

  private int wait(StoredSpan span) {
    SpanRow row = SpanRow.of(List.of(span), "user_attrs.").get(0);
    memory.add(row, 0);
    int edge = edges.resolve(row, 0, 1000);
    forget(row);
    return edge;
  }

  private void forget(SpanRow row) {
    StoredSpan other = TestSpan.of(9, 9).service("other").build();
    SpanRow.Resource resource = new SpanRow.Resource("{}", new long[0], Map.of());
    for (int i = 1; i <= FORGOTTEN_AFTER; i++) {
      memory.add(
          new SpanRow(
              other,
              new UUID(0, 9),
              i,
              null,
              Hash.mix(i),
              0,
              resource,
              "{}",
              null,
              null,
              "",
              new long[0]),
          i / Blocks.SIZE);
    }
    assertThat(memory.has(row.key())).isFalse();
  }

  @Test
  void aServiceWhoseCallerNeverComesIsCalledByItsUser() {
    assertThat(wait(TestSpan.of(1, 2).parent(1).service("b").build())).isEqualTo(EdgeNames.PENDING);

    assertThat(edges.expired(2000))
        .extracting(resolved -> names.all().get(resolved.edge()))
        .containsExactly(new Edge(new Node(NodeKind.USER, ""), new Node(NodeKind.SERVICE, "b")));
  }

  @Test
  void aServiceWhoseCallerComesLateHasIt() {
    assertThat(wait(TestSpan.of(1, 2).parent(1).service("b").build())).isEqualTo(EdgeNames.PENDING);
    List<SpanRow> caller =
        SpanRow.of(List.of(TestSpan.of(1, 1).service("a").build()), "user_attrs.");
    memory.add(caller.get(0), 99);

    assertThat(edges.arrived(caller))
        .extracting(resolved -> names.all().get(resolved.edge()))
        .containsExactly(
            new Edge(new Node(NodeKind.SERVICE, "a"), new Node(NodeKind.SERVICE, "b")));
  }
}
