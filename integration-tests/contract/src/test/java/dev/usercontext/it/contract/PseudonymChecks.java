package dev.usercontext.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.test.OtlpReceiver;
import dev.usercontext.test.ReceivedSpan;
import dev.usercontext.test.SpanLog;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What {@link PseudonymTests} look at. */
final class PseudonymChecks {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** None of it may leave. What is written of them in requests, no server exports. */
  private static final Pattern SECRETS =
      Pattern.compile(
          "alice|bob@|[\"={( /]bob\\b|maria|garcia|help-desk|customer-4711|thirty-two bytes",
          Pattern.CASE_INSENSITIVE);

  private final AppClient client;
  private final SpanLog log = OtlpReceiver.shared().log();

  PseudonymChecks(URI application) {
    client = new AppClient(application);
  }

  /**
   * Greps all spans in full, all headers to another server and the log of this one.
   *
   * @param callers of whom nothing may leave
   * @param serverLog what the server has logged since the test began
   */
  void nothingThatLeavesNamesAnybody(List<Caller> callers, Supplier<String> serverLog) {
    List<String> exported = new CopyOnWriteArrayList<>();
    Upstream.shared().heard();
    Sentinel.pass(log, client, "rest/sentinel/", PATIENCE);
    Runnable end = OtlpReceiver.shared().observe(exported::add);
    try {
      for (Caller caller : callers) {
        for (String action :
            List.of("tracer", "jaxrs-client", "acting-for", "talkative", "unmapped-failure")) {
          client.get(Row.of(action, Entry.JAX_RS, "rest/{zone}/do/" + action), caller);
        }
        client.get(
            Row.of("twice", Entry.JAX_RS, "rest/open/do/tracer"),
            caller.sending("X-Email", "alice@example.com", "bob@example.com"));
      }
      Sentinel.pass(log, client, "rest/sentinel/", PATIENCE);
    } finally {
      end.run();
    }

    assertThat(exported).anyMatch(text -> text.contains("2026."));
    assertThat(exported).allSatisfy(PseudonymChecks::assertNamesNobody);
    assertThat(Upstream.shared().heard())
        .isNotEmpty()
        .allSatisfy(PseudonymChecks::assertNamesNobody);
    String logged = serverLog.get();
    assertThat(logged)
        .as("what the application says of its users")
        .contains("wrote a letter for UserContext{2026.")
        .contains("and that is all of UserContext{***}")
        .contains("UC0403", "UC0409");
    assertThat(logged.lines()).allSatisfy(PseudonymChecks::assertNamesNobody);
  }

  /** A proxy has logged somebody in of whom the server knows nothing. */
  void aTrustedHeaderNamesWhoIsNotLoggedIn() {
    Caller gateway = Caller.ANONYMOUS.sending("X-User", "gateway-user");
    SpanLog.Window window = Sentinel.openWithout(log);
    client.get(Row.of("open", Entry.JAX_RS, "rest/{zone}/do/tracer"), gateway);
    List<ReceivedSpan> spans = leaves(window, "child");

    assertThat(spans)
        .filteredOn(span -> !span.name().contains("sentinel"))
        .isNotEmpty()
        .allSatisfy(
            span ->
                assertThat(span.userAttributes())
                    .as(span.name())
                    .isEqualTo(PseudonymIdentities.of("gateway-user").attributes()));
  }

  /** One of the two is the client's. */
  void aTrustedHeaderThatComesTwiceNamesNobody() {
    Caller mallory = Caller.ANONYMOUS.sending("X-User", "mallory", "gateway-user");
    SpanLog.Window window = Sentinel.openWithout(log);
    client.get(Row.of("open", Entry.JAX_RS, "rest/{zone}/do/tracer"), mallory);

    assertThat(leaves(window, "child"))
        .allSatisfy(span -> assertThat(span.userAttributes()).as(span.name()).isEmpty());
  }

  private List<ReceivedSpan> leaves(SpanLog.Window window, String name) {
    assertThat(
            window.await(
                spans -> spans.stream().anyMatch(span -> span.name().equals(name)), PATIENCE))
        .isTrue();
    Sentinel.pass(log, client, "rest/sentinel/", PATIENCE);
    return window.spans();
  }

  private static void assertNamesNobody(String text) {
    assertThat(text).doesNotContainPattern(SECRETS);
  }
}
