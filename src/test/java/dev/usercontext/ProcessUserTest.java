package dev.usercontext;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static dev.usercontext.testkit.Users.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.internal.current.InjectedUser;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProcessUserTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @AfterEach
  void clear() {
    UserContext.clearProcessUser();
  }

  @Test
  void isInEffectOnEveryThread() {
    UserContext.setProcessUser(ADA);
    telemetry.record("here");
    other.run(() -> telemetry.record("there"));

    assertThatSpan(telemetry.await("here")).carries(ADA);
    assertThatSpan(telemetry.await("there")).carries(ADA);
    assertThat(UserContext.current()).contains(ADA);
  }

  @Test
  void givesWayToAScope() {
    UserContext.setProcessUser(ADA);
    BOB.run(() -> telemetry.record("in"));
    telemetry.record("after");

    assertThatSpan(telemetry.await("in")).carries(BOB);
    assertThatSpan(telemetry.await("after")).carries(ADA);
  }

  @Test
  void givesWayToAScopeThatWasOpenedBefore() {
    BOB.run(
        () -> {
          UserContext.setProcessUser(ADA);
          telemetry.record("in");
        });

    assertThatSpan(telemetry.await()).carries(BOB);
  }

  @Test
  void isTheLastThatWasSet() {
    UserContext.setProcessUser(ADA);
    UserContext.setProcessUser(EVE);
    telemetry.record("span");

    assertThatSpan(telemetry.await()).carries(EVE);
  }

  @Test
  void isGoneAfterClearing() {
    UserContext.setProcessUser(ADA);
    UserContext.clearProcessUser();
    UserContext.clearProcessUser();
    telemetry.record("span");

    assertThatSpan(telemetry.await()).carriesNobody();
    assertThat(UserContext.current()).isEmpty();
  }

  @Test
  void isInEffectInAScopeOfNobody() {
    new InjectedUser()
        .run(
            () -> {
              UserContext.setProcessUser(ADA);
              telemetry.record("span");
              assertThat(UserContext.current()).contains(ADA);
            });

    assertThatSpan(telemetry.await()).carries(ADA);
  }

  @Test
  void doesNotChangeWithTheInjectedUserItWasSetFrom() {
    InjectedUser injected = new InjectedUser();
    ADA.run(() -> UserContext.setProcessUser(injected));

    assertThat(UserContext.current()).contains(ADA);
    BOB.run(() -> assertThat(UserContext.current()).contains(BOB));
  }
}
