package dev.usercontext.dashboard.store;

import static dev.usercontext.dashboard.store.StoreTests.pages;
import static dev.usercontext.dashboard.store.TestSpan.DAY;
import static dev.usercontext.dashboard.store.TestSpan.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AuditQuery.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who called whom, and who is not attributed. */
interface NetworkContract extends StoreTests {
  @Test
  default void theNetworkIsSeenWhateverTheOrderOfArrival() {
    List<StoredSpan> spans =
        new ArrayList<>(
            List.of(
                TestSpan.of(1, 1).user("u").service("web").kind(SpanKind.SERVER).build(),
                TestSpan.of(1, 2).parent(1).user("u").service("web").kind(SpanKind.CLIENT).build(),
                TestSpan.of(1, 3).parent(2).user("u").service("chat").kind(SpanKind.SERVER).build(),
                TestSpan.of(1, 4).parent(3).user("u").service("chat").agent("planner").build(),
                TestSpan.of(1, 5).parent(4).user("u").service("chat").name("wrapper").build(),
                TestSpan.of(1, 6)
                    .parent(5)
                    .user("u")
                    .service("chat")
                    .call("gpt", 300L)
                    .took(100)
                    .build(),
                TestSpan.of(1, 7)
                    .parent(4)
                    .user("u")
                    .service("chat")
                    .tool("search")
                    .failed("x")
                    .build(),
                TestSpan.of(1, 8)
                    .parent(7)
                    .user("u")
                    .service("chat")
                    .call("gpt", 7L)
                    .took(100)
                    .build(),
                TestSpan.of(2, 9).user("v").service("web").kind(SpanKind.SERVER).build(),
                TestSpan.of(3, 10).service("web").kind(SpanKind.SERVER).build()));
    Collections.reverse(spans);
    // One by one: every child waits for its parent.
    spans.forEach(span -> store().write(List.of(span)));

    Graph graph = store().graph(new GraphQuery(ALL, 1));

    assertThat(graph.edges())
        .extracting(
            edge -> text(edge.edge()), GraphEdge::calls, GraphEdge::errors, GraphEdge::costNanoUsd)
        .containsExactlyInAnyOrder(
            tuple("USER u > SERVICE web", 1L, 0L, 0L),
            tuple("SERVICE web > SERVICE chat", 1L, 0L, 0L),
            tuple("SERVICE chat > AGENT planner", 1L, 0L, 0L),
            tuple("AGENT planner > MODEL gpt", 1L, 0L, 300L),
            tuple("AGENT planner > TOOL search", 1L, 1L, 0L),
            tuple("TOOL search > MODEL gpt", 1L, 0L, 7L));
    assertThat(graph.otherUsers()).isEqualTo(1);
    assertThat(graph.nodes())
        .filteredOn(node -> node.node().name().equals("web"))
        .extracting(GraphNode::calls)
        .containsExactly(3L);
    assertThat(graph.nodes())
        .filteredOn(node -> node.node().name().equals("gpt"))
        .allSatisfy(node -> assertThat(node.latency().p95Nanos()).isBetween(95L, 105L));

    SpanFilter behind =
        SpanFilter.builder(TimeRange.ALL)
            .edge(new Edge(new Node(NodeKind.AGENT, "planner"), new Node(NodeKind.MODEL, "gpt")))
            .build();
    assertThat(pages(store(), behind, Order.NEWEST, 10))
        .extracting(StoredSpan::spanId)
        .containsExactly("0000000000000006");
    SpanFilter ofUser =
        SpanFilter.builder(TimeRange.ALL)
            .edge(new Edge(new Node(NodeKind.USER, "v"), new Node(NodeKind.SERVICE, "web")))
            .build();
    assertThat(store().totals(ofUser).spans()).isEqualTo(1);
    assertThat(
            store()
                .graph(new GraphQuery(SpanFilter.builder(TimeRange.ALL).user("v").build(), 10))
                .edges())
        .extracting(edge -> text(edge.edge()))
        .containsExactly("USER v > SERVICE web");
  }

  @Test
  default void aCallerThatNeverComesIsElsewhereAlsoIfNothingElseDoes() {
    store()
        .write(
            List.of(
                TestSpan.of(1, 2).parent(1).user("u").service("chat").call("gpt", 1L).build(),
                TestSpan.of(2, 4).parent(3).user("u").service("chat").build()));
    LateCallers timer = new LateCallers();
    timer.store = store();

    pass(Duration.ofMinutes(1));
    timer.run();
    assertThat(edges()).as("it may still come").isEmpty();

    pass(Duration.ofMinutes(2));
    timer.run();
    assertThat(edges())
        .containsExactlyInAnyOrder("SERVICE chat > MODEL gpt", "USER u > SERVICE chat");
  }

  private List<String> edges() {
    return store().graph(new GraphQuery(ALL, 3)).edges().stream()
        .map(edge -> text(edge.edge()))
        .toList();
  }

  @Test
  default void coverageTellsWhatIsLeftToAttribute() {
    store()
        .write(
            List.of(
                TestSpan.of(1, 1).kind(SpanKind.SERVER).name("GET /").user("u").build(),
                TestSpan.of(1, 2).kind(SpanKind.SERVER).name("GET /").build(),
                TestSpan.of(1, 3).kind(SpanKind.SERVER).name("job").at(T0 + DAY).build(),
                TestSpan.of(1, 4).kind(SpanKind.SERVER).name("job").at(T0 + DAY).build(),
                TestSpan.of(1, 5).kind(SpanKind.CLIENT).name("all right").user("u").build()));

    assertThat(store().coverage(ALL))
        .isEqualTo(
            new Coverage(
                List.of(
                    new Coverage.Row("chat-api", SpanKind.SERVER, T0, 2, 1),
                    new Coverage.Row("chat-api", SpanKind.SERVER, T0 + DAY, 2, 0),
                    new Coverage.Row("chat-api", SpanKind.CLIENT, T0, 1, 1)),
                List.of(
                    new Coverage.Name("chat-api", SpanKind.SERVER, "job", 2, 0),
                    new Coverage.Name("chat-api", SpanKind.SERVER, "GET /", 1, 1))));
  }

  private static String text(Edge edge) {
    return edge.from().kind()
        + " "
        + edge.from().name()
        + " > "
        + edge.to().kind()
        + " "
        + edge.to().name();
  }
}
