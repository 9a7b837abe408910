package dev.usercontext.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.it.contract.Answer;
import dev.usercontext.it.contract.AppClient;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.ExpectedUser;
import dev.usercontext.it.contract.Sentinel;
import dev.usercontext.test.OtlpReceiver;
import dev.usercontext.test.ReceivedSpan;
import dev.usercontext.test.SpanLog;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One request after the other, as on an idle machine: there a worker starts so soon that Quarkus,
 * which is not done with the authentication yet, overwrites what the request attaches.
 */
@WithTestResource(Surroundings.class)
public abstract class SequentialRequests {

  private static final int REQUESTS = 1_000;

  /** As many as it takes, and on a machine that is too busy for it, no more than these. */
  private static final int BARE_REQUESTS = 3_000;

  private static final int BARE_REQUESTS_TO_KEEP = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<Caller> CALLERS =
      List.of(Caller.basic("alice"), Caller.basic("bob"), Caller.ANONYMOUS);

  private final String action;
  private final boolean overwritten;

  @TestHTTPResource URI root;

  /**
   * @param action the path of {@link EarlyWorkAction}, with {@code {zone}} for the zone
   * @param overwritten whether Quarkus overwrites contexts here: it does unless the request scope
   *     was begun before the worker, which then has a Vert.x context of its own
   */
  protected SequentialRequests(String action, boolean overwritten) {
    this.action = action;
    this.overwritten = overwritten;
  }

  /** What this test would find without the library: otherwise it would prove nothing. */
  @Test
  void openTelemetryAloneLosesWhatIsAttachedEarly() {
    int requests = 0;
    int lost = 0;
    while (requests < (overwritten ? BARE_REQUESTS : BARE_REQUESTS_TO_KEEP) && lost == 0) {
      lost += send(CALLERS.get(requests++ % CALLERS.size()), "bare").equals("lost") ? 1 : 0;
    }
    assertThat(lost)
        .as("contexts that Quarkus has overwritten in %d requests", requests)
        .isEqualTo(overwritten ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "run", "call", "makeCurrent", "parameter"})
  void everySpanHasItsUserFromTheFirstMomentOn(String scope) {
    SpanLog.Window window = Sentinel.openWithout(OtlpReceiver.shared().log());
    for (int i = 0; i < REQUESTS; i++) {
      send(CALLERS.get(i % CALLERS.size()), scope);
    }
    window.await(spans -> spans.stream().filter(this::isServer).count() == REQUESTS, PATIENCE);

    List<ReceivedSpan> spans = window.spans();
    assertThat(spans).filteredOn(this::isServer).hasSize(REQUESTS);
    assertThat(spans).filteredOn(span -> span.name().startsWith("afterwards")).hasSize(REQUESTS);
    assertThat(spans)
        .filteredOn(span -> !isServer(span))
        .filteredOn(span -> !span.userAttributes().equals(userInNameOf(span)))
        .as("spans without their user")
        .isEmpty();
  }

  private String send(Caller caller, String scope) {
    String zone = caller == Caller.ANONYMOUS ? "open" : "secured";
    String path = action.replace("{zone}", zone) + "?scope=" + scope + "&caller=" + caller.name();
    Answer answer = new AppClient(root).get(path, caller);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private Object userInNameOf(ReceivedSpan span) {
    String user = span.name().substring(span.name().lastIndexOf(' ') + 1);
    ExpectedUser expected = user.equals("nobody") ? ExpectedUser.NOBODY : ExpectedUser.id(user);
    return expected.attributes();
  }

  private boolean isServer(ReceivedSpan span) {
    return span.kind() == ReceivedSpan.Kind.SERVER;
  }
}
