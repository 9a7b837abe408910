package dev.usercontext.internal.request;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContextCounters;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody logs in or out while the request is being processed. */
class RequestLoginTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  private final StubIdentity identity = StubIdentity.ofNobody();
  private final RequestUser request = new RequestUser(identity, new UserResolution(List.of()));

  @BeforeEach
  void enter() {
    request.enter();
  }

  @Test
  void aLoginCountsForLaterSpansAndForThoseThatStillRecord() {
    Span recording = start("recording");
    start("ended").end();
    login("carol");
    start("later").end();
    recording.end();

    assertThatSpan(telemetry.await("recording")).carriesUser("carol");
    assertThatSpan(telemetry.await("ended")).carriesNobody();
    assertThatSpan(telemetry.await("later")).carriesUser("carol");
  }

  @Test
  void aLoginAfterManySpansStillReachesTheOneThatRecords() {
    Span first = start("first");
    for (int i = 0; i < 1_000; i++) {
      start("ended").end();
    }
    Span last = start("last");
    login("carol");
    first.end();
    last.end();

    assertThatSpan(telemetry.await("first")).carriesUser("carol");
    assertThatSpan(telemetry.await("last")).carriesUser("carol");
    assertThatSpan(telemetry.await("ended")).carriesNobody();
  }

  @Test
  void backFillingIsCounted() {
    UserContextCounters before = UserContextCounters.read();
    Span first = start("first");
    Span second = start("second");
    start("ended").end();
    login("carol");
    first.end();
    second.end();

    assertThat(UserContextCounters.read().backFilled()).isEqualTo(before.backFilled() + 2);
  }

  @Test
  void aLoginGoesToSpansOfOtherThreadsToo() {
    Span elsewhere = other.call(() -> start("elsewhere"));
    login("carol");
    elsewhere.end();

    assertThatSpan(telemetry.await()).carriesUser("carol");
  }

  @Test
  void aLogoutCountsForLaterSpansOnly() {
    login("carol");
    Span recording = start("recording");
    identity.logout();
    request.loginChanged();
    start("later").end();
    recording.end();

    assertThatSpan(telemetry.await("recording")).carriesUser("carol");
    assertThatSpan(telemetry.await("later")).carriesNobody();
  }

  @Test
  void aChangeOfUserLeavesEarlierSpansAsTheyAre() {
    login("carol");
    Span ofCarol = start("carol");
    login("dave");
    start("dave").end();
    ofCarol.end();

    assertThatSpan(telemetry.await("carol")).carriesUser("carol");
    assertThatSpan(telemetry.await("dave")).carriesUser("dave");
  }

  @Test
  void aLoginThatNobodyReportsIsNoticedAtTheNextSpan() {
    Span recording = start("recording");
    identity.login("carol");
    start("later").end();
    recording.end();

    assertThatSpan(telemetry.await("later")).carriesUser("carol");
    assertThatSpan(telemetry.await("recording")).carriesUser("carol");
  }

  @Test
  void aLoginThatNobodyReportsIsNoticedAtTheEndOfTheDispatch() {
    Span recording = start("recording");
    identity.login("carol");
    request.leave();
    recording.end();

    assertThatSpan(telemetry.await()).carriesUser("carol");
  }

  private void login(String name) {
    identity.login(name);
    request.loginChanged();
  }

  private Span start(String name) {
    return start(name, request);
  }

  private Span start(String name, RequestUser of) {
    return telemetry.span(name).setParent(Context.root().with(Carried.KEY, of)).startSpan();
  }
}
