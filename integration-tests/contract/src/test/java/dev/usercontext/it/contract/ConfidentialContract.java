package dev.usercontext.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.test.OtlpReceiver;
import dev.usercontext.test.ReceivedLogRecord;
import dev.usercontext.test.ReceivedSpan;
import dev.usercontext.test.SpanLog;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that can leave an application is switched on, and pseudonyms with it: spans, log
 * records, the server's own log and baggage name the same user, and none of them by the name that
 * the user has.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ConfidentialContract {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final List<String> PLACES =
      List.of("request", "scope", "task", "bare", "wrapped", "after", "answered");

  private final SpanLog spans = OtlpReceiver.shared().log();

  /** What the application is configured with. */
  public static Map<String, String> configuration() {
    Map<String, String> configuration = new HashMap<>();
    configuration.put("usercontext.pseudonym.key", "not a secret, but long enough for a test");
    configuration.put("usercontext.email", "hashed");
    configuration.put("usercontext.provenance", "true");
    configuration.put("usercontext.logs", "otel,mdc");
    configuration.put("usercontext.baggage.send", "id");
    configuration.put("usercontext.baggage.hosts", "127.0.0.1");
    configuration.put("usercontext.baggage.trust", "true");
    return configuration;
  }

  /** The root of the deployed application. */
  public abstract URI application();

  /** The kinds of entries that it has: rest, servlet. */
  protected abstract List<String> entries();

  /** The places where the runtime does not export what is logged by its framework. */
  protected List<String> unexported() {
    return List.of();
  }

  /** The places where nothing says that it is the user of the request. */
  protected List<String> unknown() {
    return List.of();
  }

  /** What the server's own log says of the user of the line with this text, once it is there. */
  protected abstract Optional<LoggedLine> line(String text);

  /** The codes of messages in which the server itself names users. */
  protected List<String> serversOwn() {
    return List.of();
  }

  /** All that the server has logged so far. */
  protected abstract String serverLog();

  Stream<Arguments> entriesAndCallers() {
    return entries().stream()
        .flatMap(
            entry ->
                Stream.of(Caller.basic("alice"), Caller.basic("bob"), Caller.ANONYMOUS)
                    .map(caller -> Arguments.of(entry, caller)));
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("entriesAndCallers")
  void everyLogNamesTheUserOfItsSpan(String entry, Caller caller) {
    String mark = log(entry, caller);

    for (String place : PLACES) {
      String text = mark + ' ' + place;
      Map<String, Object> ofSpan = span(text).userAttributes();
      assertThat(record("by OpenTelemetry: " + text).userAttributes()).as(place).isEqualTo(ofSpan);
      if (!unexported().contains(place)) {
        assertThat(record("by framework: " + text).userAttributes())
            .as("%s, exported by the server", place)
            .isEqualTo(ofSpan);
      }
      assertThat(line("by framework: " + text))
          .as("%s, in the server's log", place)
          .hasValue(
              new LoggedLine(
                  ofSpan.getOrDefault("user_id", "").toString(),
                  ofSpan.getOrDefault("user_email", "").toString()));
    }
    assertThat(unexported())
        .noneMatch(place -> find("by framework: " + mark + ' ' + place).isPresent());
    assertThat(span(mark + " request").userAttributes().isEmpty()).isEqualTo(caller.isAnonymous());
    Map<String, Object> ofRequest = span(mark + " request").userAttributes();
    for (String place : List.of("task", "after", "answered")) {
      assertThat(span(mark + ' ' + place).userAttributes())
          .as(place)
          .isEqualTo(unknown().contains(place) ? Map.of() : ofRequest);
    }
    assertThat(span(mark + " scope").userAttributes())
        .containsKeys("user_id", "user_email")
        .isEqualTo(span(mark + " wrapped").userAttributes());
    assertThat(span(mark + " bare").userAttributes()).isEmpty();
  }

  @Test
  void callsTellTheIdToTheHostsThatMayKnowIt() {
    for (String client : List.of("jaxrs-client", "rest-client")) {
      String alice = idOf(Caller.basic("alice"));
      assertThat(baggage(client, Caller.basic("alice"), Upstream.shared().url()))
          .containsExactly("user.id=" + alice);
      assertThat(baggage(client, Caller.ANONYMOUS, Upstream.shared().url())).isEmpty();
      // The same server, by another name.
      String stranger = Upstream.shared().url().replace("127.0.0.1", "localhost");
      assertThat(baggage(client, Caller.basic("alice"), stranger)).isEmpty();
    }
  }

  @Test
  void baggageNamesTheUserOnlyWhereTheContainerKnowsNobody() {
    for (String entry : entries()) {
      assertThat(
              sent(entry, "open", Caller.ANONYMOUS.sending("baggage", "tenant=blue,user.id=dora")))
          .allSatisfy(
              span ->
                  assertThat(span.attributes())
                      .containsEntry("user_source", "baggage")
                      .hasEntrySatisfying(
                          "user_id", id -> assertThat(id.toString()).startsWith("k1.")));
      assertThat(sent(entry, "secured", Caller.basic("alice").sending("baggage", "user.id=dora")))
          .allSatisfy(
              span ->
                  assertThat(span.attributes())
                      .containsEntry("user_source", "container")
                      .containsEntry("user_id", idOf(Caller.basic("alice"))));
      for (String wrong : List.of("user.id=%0D%0Adora", "user.id=a,user.id=b", "user.id=", "=;,")) {
        assertThat(sent(entry, "open", Caller.ANONYMOUS.sending("baggage", wrong)))
            .allSatisfy(span -> assertThat(span.userAttributes()).isEmpty());
      }
    }
  }

  @Test
  void nothingThatLeavesNamesAnybody() {
    StringBuffer exported = new StringBuffer();
    Runnable end = OtlpReceiver.shared().observe(exported::append);
    Upstream.shared().heard();
    int logged = serverLog().length();
    List<Row> rows = new ArrayList<>(UnawareRows.essential());
    rows.addAll(AttributedRows.essential());
    for (Caller caller : List.of(Caller.basic("alice"), Caller.basic("bob"))) {
      rows.forEach(row -> client().get(row, caller));
      entries().forEach(entry -> log(entry, caller));
      baggage("jaxrs-client", caller, Upstream.shared().url());
    }
    sent("rest", "open", Caller.ANONYMOUS.sending("baggage", "user.id=dora"));
    sent("rest", "open", Caller.ANONYMOUS.sending("baggage", "user.id=%0D%0Adora"));
    Sentinel.pass(spans, client(), "rest/sentinel/", PATIENCE);
    end.run();

    List<String> names = List.of("alice", "bob", "dora", "grace-hopper", "grace@", "example.com");
    assertThat(withoutServersOwn(exported.toString())).contains("k1.").doesNotContain(names);
    assertThat(withoutServersOwn(serverLog().substring(logged)))
        .contains("k1.")
        .doesNotContain(names);
    assertThat(String.join("\n", Upstream.shared().heard())).doesNotContain(names);
  }

  /** Without the lines in which the server itself says whom it did not let in. */
  private String withoutServersOwn(String text) {
    return text.lines()
        .filter(line -> serversOwn().stream().noneMatch(line::contains))
        .collect(Collectors.joining("\n"));
  }

  private String log(String entry, Caller caller) {
    String mark = UUID.randomUUID().toString();
    String zone = caller.isAnonymous() ? "open" : "secured";
    Answer answer = client().get(entry + '/' + zone + "/do/logs?mark=" + mark, caller);
    assertThat(answer.body()).isEqualTo("logged");
    // What it logs last, it logs once the next request says that the caller has the answer.
    Sentinel.pass(spans, client(), "rest/sentinel/", PATIENCE);
    return mark;
  }

  private List<String> baggage(String action, Caller caller, String upstream) {
    Upstream.shared().heard();
    String zone = caller.isAnonymous() ? "open" : "secured";
    client().get("rest/" + zone + "/do/" + action + "?upstream=" + upstream, caller);
    return Upstream.shared().heard().stream()
        .filter(header -> header.toLowerCase().startsWith("baggage: "))
        .map(header -> header.substring("baggage: ".length()))
        .toList();
  }

  /** The spans of one request. */
  private List<ReceivedSpan> sent(String entry, String zone, Caller caller) {
    Sentinel.pass(spans, client(), "rest/sentinel/", PATIENCE);
    SpanLog.Window window = Sentinel.openWithout(spans);
    assertThat(client().get(entry + '/' + zone + "/do/tracer", caller).body()).isEqualTo("traced");
    Sentinel.pass(spans, client(), "rest/sentinel/", PATIENCE);
    assertThat(window.spans()).extracting(ReceivedSpan::name).contains("child", "detached");
    return window.spans();
  }

  private String idOf(Caller caller) {
    return sent("rest", "secured", caller).stream()
        .filter(span -> span.name().equals("child"))
        .map(span -> span.attributes().get("user_id").toString())
        .findFirst()
        .orElseThrow();
  }

  private ReceivedSpan span(String name) {
    SpanLog.Window window = spans.openOnAll(span -> span.name().equals(name));
    assertThat(window.await(come -> !come.isEmpty(), PATIENCE)).as("span %s came", name).isTrue();
    return window.spans().get(0);
  }

  private ReceivedLogRecord record(String body) {
    await(() -> find(body).isPresent());
    return find(body).orElseThrow(() -> new AssertionError("no log record: " + body));
  }

  private Optional<ReceivedLogRecord> find(String body) {
    return OtlpReceiver.shared().logRecords().stream()
        .filter(record -> record.body().contains(body))
        .findFirst();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
  }

  private AppClient client() {
    return new AppClient(application());
  }
}
