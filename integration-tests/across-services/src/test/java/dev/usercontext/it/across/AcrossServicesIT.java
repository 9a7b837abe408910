package dev.usercontext.it.across;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.it.contract.AppClient;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.test.OtlpReceiver;
import dev.usercontext.test.ReceivedSpan;
import dev.usercontext.test.SpanLog;
import dev.usercontext.test.TracedRequest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody logs in at the front, which calls the back; the back knows nobody itself. */
class AcrossServicesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static Service front;
  private static Service back;
  private static String frontUrl;
  private static String backUrl;

  @BeforeAll
  static void start() throws Exception {
    Path work = Files.createDirectories(Path.of(System.getProperty("work")));
    Back wildFly = new Back();
    Front quarkus = new Front();
    backUrl = wildFly.url();
    frontUrl = quarkus.url();
    back = wildFly.start(work);
    front = quarkus.start(work);
    front.await(URI.create(frontUrl + "rest/open/do/tracer"));
    back.await(URI.create(backUrl + "rest/open/do/hello"));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (front != null) {
      front.close();
    }
    if (back != null) {
      back.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jaxrs-client", "rest-client"})
  void theBackKnowsTheUserOfTheFrontAndThatItWasToldSo(String client) {
    for (String user : List.of("alice", "bob", "alice")) {
      for (ReceivedSpan span : atTheBack("secured", client, Caller.basic(user), backUrl)) {
        assertThat(span.userAttributes())
            .as(span.name())
            .containsEntry("user_id", user)
            .containsEntry("user.id", user);
        assertThat(span.attributes()).containsEntry("user_source", "baggage");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jaxrs-client", "rest-client"})
  void nobodyAtTheFrontIsNobodyAtTheBackWhateverTheCallerSays(String client) {
    for (Caller caller :
        List.of(Caller.ANONYMOUS, Caller.ANONYMOUS.sending("baggage", "user.id=mallory"))) {
      assertThat(atTheBack("open", client, caller, backUrl))
          .allSatisfy(span -> assertThat(span.userAttributes()).as(span.name()).isEmpty());
    }
    assertThat(
            atTheBack(
                "secured",
                client,
                Caller.basic("alice").sending("baggage", "user.id=mallory"),
                backUrl))
        .allSatisfy(span -> assertThat(span.attributes()).containsEntry("user_id", "alice"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jaxrs-client", "rest-client"})
  void aHostThatIsNotNamedIsToldNothing(String client) {
    // The same server, by a name that is not in the configuration.
    String stranger = backUrl.replace("127.0.0.1", "localhost");
    assertThat(atTheBack("secured", client, Caller.basic("alice"), stranger))
        .allSatisfy(span -> assertThat(span.userAttributes()).as(span.name()).isEmpty());
  }

  /** The spans of the back in the trace of one request to the front. */
  private static List<ReceivedSpan> atTheBack(
      String zone, String client, Caller caller, String upstream) {
    TracedRequest request = TracedRequest.create();
    SpanLog.Window window =
        OtlpReceiver.shared().log().open(span -> span.traceId().equals(request.traceId()));
    String path = "rest/" + zone + "/do/" + client + "?upstream=" + upstream + "rest/open/do";
    Caller tracing = caller.sending(TracedRequest.HEADER, request.traceparent());
    assertThat(new AppClient(URI.create(frontUrl)).get(path, tracing).body())
        .isEqualTo("hello from the back");
    assertThat(window.await(spans -> ofBack(spans).size() == 2, PATIENCE))
        .as("the spans of the back: %s", window.spans())
        .isTrue();
    return ofBack(window.spans());
  }

  /** Its server span, which is below the client span of the front, and its own one. */
  private static List<ReceivedSpan> ofBack(List<ReceivedSpan> spans) {
    List<String> clients =
        spans.stream().filter(ReceivedSpan::isClient).map(ReceivedSpan::spanId).toList();
    return spans.stream()
        .filter(
            span ->
                span.name().equals("at the back")
                    || (span.isServer() && clients.contains(span.parentSpanId())))
        .toList();
  }
}
