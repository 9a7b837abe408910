package dev.usercontext.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.it.contract.AppClient;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.ExpectedUser;
import dev.usercontext.test.OtlpReceiver;
import dev.usercontext.test.SpanLog;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an event loop does meanwhile does not bring a scope back that a worker has closed. */
@QuarkusTest
@TestProfile(FourThreads.class)
@WithTestResource(Surroundings.class)
class OverlappingStepIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Map<String, String> USERS =
      Map.of(
          "in-scope", "ada",
          "after-scope", "alice",
          "after-scope-child", "alice",
          "step-of-scope", "ada",
          "step-of-scope-child", "ada",
          "in-inner-scope", "ada",
          "after-inner-scope", "bob",
          "after-inner-scope-child", "bob");

  @TestHTTPResource URI root;

  @Test
  void whatFollowsAScopeIsNotOfItsUser() {
    SpanLog.Window window =
        OtlpReceiver.shared().log().open(span -> USERS.containsKey(span.name()));

    new AppClient(root).get("rest/secured/overlapping-step", Caller.basic("alice"));
    window.await(spans -> spans.size() == USERS.size(), PATIENCE);

    assertThat(window.spans())
        .hasSameSizeAs(USERS.keySet())
        .allSatisfy(
            span ->
                assertThat(span.userAttributes())
                    .as(span.name())
                    .isEqualTo(ExpectedUser.id(USERS.get(span.name())).attributes()));
  }
}
