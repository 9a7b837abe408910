package dev.usercontext.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.it.contract.AppClient;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.ExpectedUser;
import dev.usercontext.test.OtlpReceiver;
import dev.usercontext.test.ReceivedSpan;
import dev.usercontext.test.SpanLog;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A job of nobody waits for what a user has asked for, and goes on where that is answered. */
@QuarkusTest
@TestProfile(FourThreads.class)
@WithTestResource(Surroundings.class)
class SharedTokenIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Set<String> OF_JOB = Set.of("job", "job-goes-on", "job-child");

  @TestHTTPResource URI root;

  @Test
  void aJobIsNotOfTheUserWhoseRequestItWaitsFor() {
    verify("request", client -> client.get("rest/secured/shared-token", Caller.basic("alice")));
  }

  @Test
  void aJobIsNotOfTheUserWhoseSocketItWaitsFor() {
    verify(
        "message",
        client ->
            client.talk("socket/secured/shared-token", Caller.basic("alice"), List.of("message")));
  }

  private void verify(String first, Consumer<AppClient> asking) {
    Set<String> goingOn = Set.of(first + "-goes-on", first + "-child");
    SpanLog.Window ofFirst = open(goingOn);
    SpanLog.Window ofJob = open(OF_JOB);

    asking.accept(new AppClient(root));
    ofFirst.await(spans -> spans.size() == goingOn.size(), PATIENCE);
    ofJob.await(spans -> spans.size() == OF_JOB.size(), PATIENCE);

    assertThat(ofFirst.spans())
        .hasSameSizeAs(goingOn)
        .extracting(ReceivedSpan::userAttributes)
        .containsOnly(ExpectedUser.id("alice").attributes());
    assertThat(ofJob.spans()).hasSameSizeAs(OF_JOB);
    assertThat(ofJob.spans()).extracting(ReceivedSpan::traceId).containsOnly(traceOf(ofJob));
    assertThat(ofJob.spans())
        .allSatisfy(span -> assertThat(span.userAttributes()).as(span.name()).isEmpty());
  }

  private static SpanLog.Window open(Set<String> names) {
    return OtlpReceiver.shared().log().open(span -> names.contains(span.name()));
  }

  private static String traceOf(SpanLog.Window window) {
    return window.spans().get(0).traceId();
  }
}
