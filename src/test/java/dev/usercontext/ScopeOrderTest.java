package dev.usercontext;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static dev.usercontext.testkit.Users.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.internal.context.Attachment;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scopes that are not closed as they should be. CleanThread asserts that nothing is left. */
class ScopeOrderTest {

  private static final int DEEP = 10_000;

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Test
  void twoScopesClosedInTheOrderOfTheirOpening() {
    Scope ada = ADA.makeCurrent();
    Scope bob = BOB.makeCurrent();

    ada.close();
    assertInEffect(BOB);
    bob.close();
    assertNobodyInEffect();
  }

  @ParameterizedTest
  @ValueSource(strings = {"012", "021", "102", "120", "201", "210"})
  void threeScopesClosedInAnyOrder(String order) {
    List<UserContext> users = new ArrayList<>(List.of(ADA, BOB, EVE));
    List<Scope> scopes = users.stream().map(UserContext::makeCurrent).toList();

    for (char next : order.toCharArray()) {
      assertInEffect(innermost(users));
      scopes.get(next - '0').close();
      users.set(next - '0', null);
    }
    assertNobodyInEffect();
  }

  @Test
  void closingTwiceClosesNothingElse() {
    Scope ada = ADA.makeCurrent();
    Scope bob = BOB.makeCurrent();
    bob.close();
    bob.close();

    assertInEffect(ADA);
    ada.close();
    ada.close();
    assertNobodyInEffect();
  }

  @Test
  void aScopeOpenedBetweenTwoOutOfOrderClosesIsOfItsOwn() {
    Scope ada = ADA.makeCurrent();
    Scope bob = BOB.makeCurrent();
    ada.close();
    Scope eve = EVE.makeCurrent();
    bob.close();

    assertInEffect(EVE);
    eve.close();
    assertNobodyInEffect();
  }

  @Test
  void closingOnAnotherThreadEndsTheScopeOnItsOwn() {
    Scope ada = ADA.makeCurrent();
    other.run(
        () -> {
          Scope bob = BOB.makeCurrent();
          ada.close();
          telemetry.record("elsewhere");
          bob.close();
        });
    telemetry.record("here");
    BOB.run(() -> telemetry.record("next"));

    assertThatSpan(telemetry.await("elsewhere")).carries(BOB);
    assertThatSpan(telemetry.await("here")).carriesNobody();
    assertThatSpan(telemetry.await("next")).carries(BOB);
    assertNobodyInEffect();
  }

  @Test
  void aScopeClosedOnAnotherThreadGivesBackTheOuterOne() {
    Scope ada = ADA.makeCurrent();
    Scope bob = BOB.makeCurrent();
    other.run(bob::close);

    assertInEffect(ADA);
    ada.close();
    assertNobodyInEffect();
  }

  @Test
  void aScopeClosedUnderTheOpenSpanOfAnotherLibrary() {
    Span span = telemetry.span("span").startSpan();
    Scope ada = ADA.makeCurrent();
    try (Scope current = span.makeCurrent()) {
      ada.close();
      telemetry.record("inside");
      assertThat(UserContext.current()).isEmpty();
    }
    telemetry.record("after");
    BOB.run(() -> telemetry.record("next"));
    span.end();

    assertThatSpan(telemetry.await("inside")).carriesNobody();
    assertThatSpan(telemetry.await("after")).carriesNobody();
    assertThatSpan(telemetry.await("next")).carries(BOB);
    assertNobodyInEffect();
  }

  @Test
  void runEndsWhatAnotherLibraryHasForgottenInside() {
    Span span = telemetry.span("span").startSpan();
    ADA.run(() -> Attachment.attach(Context.current().with(span)));

    assertNobodyInEffect();
  }

  @Test
  void aScopeClosedAfterTheRunItWasOpenedInChangesNothing() {
    BOB.run(
        () -> {
          Scope late = EVE.<Scope, RuntimeException>call(ADA::makeCurrent);
          assertInEffect(BOB);
          late.close();
          assertInEffect(BOB);
        });
    assertNobodyInEffect();
  }

  @Test
  void nestsDeep() {
    List<Scope> scopes = open(DEEP);
    assertInEffect(user(DEEP - 1));
    for (int i = DEEP - 1; i > 0; i--) {
      scopes.get(i).close();
    }

    assertInEffect(user(0));
    scopes.get(0).close();
    assertNobodyInEffect();
  }

  @Test
  void nestsDeepAndClosesInNoOrder() {
    List<Scope> scopes = new ArrayList<>(open(DEEP));
    Collections.shuffle(scopes, new Random(42));
    scopes.forEach(Scope::close);

    assertNobodyInEffect();
  }

  private static List<Scope> open(int count) {
    List<Scope> scopes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      scopes.add(user(i).makeCurrent());
    }
    return scopes;
  }

  private static UserContext user(int i) {
    return UserContext.builder("u-" + i).build();
  }

  private static UserContext innermost(List<UserContext> users) {
    UserContext last = null;
    for (UserContext user : users) {
      last = user != null ? user : last;
    }
    return last;
  }

  private static void assertInEffect(UserContext user) {
    assertThat(UserContext.current()).contains(user);
  }

  private static void assertNobodyInEffect() {
    assertThat(UserContext.current()).isEmpty();
    assertThat(Context.current()).isSameAs(Context.root());
  }
}
