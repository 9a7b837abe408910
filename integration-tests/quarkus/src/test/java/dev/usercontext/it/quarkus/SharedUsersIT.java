package dev.usercontext.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.it.contract.Answer;
import dev.usercontext.it.contract.AppClient;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.ExpectedUser;
import dev.usercontext.test.OtlpReceiver;
import dev.usercontext.test.ReceivedSpan;
import dev.usercontext.test.SpanLog;
import dev.usercontext.test.TracedRequest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user is authenticated by what the request of another one has asked for, where that comes. */
@QuarkusTest
@TestProfile(SharedUsersIT.Lazily.class)
@WithTestResource(Surroundings.class)
class SharedUsersIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Set<String> OF_FETCH = Set.of("fetched", "fetched-child", "fetched-bare");
  private static final Set<String> ANONYMOUS = Set.of("over-before-asking");

  @TestHTTPResource URI root;

  /** In mid-request, and by a policy. */
  @ParameterizedTest
  @ValueSource(strings = {"rest/open/do/ask-identity", "files/secured/note.txt"})
  void eachRequestIsOfItsOwnUser(String path) {
    SpanLog.Window ofFetch =
        OtlpReceiver.shared().log().open(span -> OF_FETCH.contains(span.name()));
    TracedRequest fetching = TracedRequest.create();
    TracedRequest loggingIn = TracedRequest.create();
    CompletableFuture<Answer> fetched =
        CompletableFuture.supplyAsync(
            () -> get("rest/secured/do/fetch-users?first", "alice", fetching),
            task -> new Thread(task, "request").start());
    Answer loggedIn = get(path + "?users=shared", "bob", loggingIn);

    assertThat(List.of(fetched.join().status(), loggedIn.status())).containsOnly(200);
    ofFetch.await(spans -> spans.size() == OF_FETCH.size(), PATIENCE);
    areOf("alice", spansOf(fetching));
    assertThat(ofFetch.spans()).hasSameSizeAs(OF_FETCH);
    areOf("alice", ofFetch.spans());
    areOf("bob", spansOf(loggingIn));
  }

  private static List<ReceivedSpan> spansOf(TracedRequest request) {
    return OtlpReceiver.shared().log().everySpanOf(request).awaitAll().stream()
        .filter(span -> !ANONYMOUS.contains(span.name()))
        .toList();
  }

  private static void areOf(String name, List<ReceivedSpan> spans) {
    assertThat(spans)
        .allSatisfy(
            span ->
                assertThat(span.userAttributes())
                    .as(span.name())
                    .isEqualTo(ExpectedUser.id(name).attributes()));
  }

  private Answer get(String path, String name, TracedRequest request) {
    return new AppClient(root).sending(request).get(path, Caller.basic(name));
  }

  public static class Lazily extends FourThreads {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
      overrides.putAll(new LazyAuthentication().getConfigOverrides());
      return overrides;
    }
  }
}
