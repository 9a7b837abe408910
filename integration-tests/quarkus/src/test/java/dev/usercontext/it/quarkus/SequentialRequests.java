package dev.usercontext.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One request after the other, as on an idle machine: there a worker starts so soon that Quarkus,
 * which is not done with the authentication yet, overwrites what the request attaches.
 */
@WithTestResource(Surroundings.class)
public abstract class SequentialRequests {

  private static final int REQUESTS = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<Caller> CALLERS =
      List.of(Caller.basic("alice"), Caller.basic("bob"), Caller.ANONYMOUS);

  private final String action;

  @TestHTTPResource URI root;

  /**
   * @param action the path of {@link EarlyWorkAction}, with {@code {zone}} for the zone
   */
  protected SequentialRequests(String action) {
    this.action = action;
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

  private void send(Caller caller, String scope) {
    String zone = caller == Caller.ANONYMOUS ? "open" : "secured";
    String path = action.replace("{zone}", zone) + "?scope=" + scope + "&caller=" + caller.name();
    assertThat(new AppClient(root).get(path, caller).status()).isEqualTo(200);
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
