package dev.usercontext.cdi;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.NoUserException;
import dev.usercontext.UserContext;
import dev.usercontext.testkit.CdiTest;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@CdiTest
class InjectedUserTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Inject UserContext user;

  @Test
  void isWhoeverIsInEffect() {
    ADA.run(
        () -> {
          assertThat(user.isPresent()).isTrue();
          assertThat(user.userId()).isEqualTo("ada");
          assertThat(user.email()).isEqualTo(ADA.email());
          assertThat(user.attrs()).isEqualTo(ADA.attrs());
          assertThat(user.toBuilder().build()).isEqualTo(ADA);
          assertThat(user).hasToString(ADA.toString());
        });
  }

  @Test
  void followsEachChange() {
    assertThat(user.isPresent()).isFalse();
    ADA.run(
        () -> {
          BOB.run(() -> assertThat(user.userId()).isEqualTo("bob"));
          assertThat(user.userId()).isEqualTo("ada");
        });
    assertThat(user.isPresent()).isFalse();
  }

  @Test
  void saysThatThereIsNobody() {
    assertThat(user.isPresent()).isFalse();
    assertThat(user.email()).isEmpty();
    assertThat(user.attrs()).isEmpty();
    assertThat(user).hasToString("UserContext{nobody}");
  }

  @Test
  void refusesToNameNobody() {
    assertThatThrownBy(user::userId)
        .isInstanceOf(NoUserException.class)
        .hasMessageStartingWith("UC0302 ")
        .hasMessageContaining("isPresent()");
    assertThatThrownBy(user::toBuilder)
        .isInstanceOf(NoUserException.class)
        .hasMessageStartingWith("UC0302 ");
  }

  @Test
  void needsAnActiveRequestScope() {
    other.run(
        () -> {
          assertThatThrownBy(user::isPresent).isInstanceOf(ContextNotActiveException.class);
          assertThatThrownBy(user::userId).isInstanceOf(ContextNotActiveException.class);
          assertThat(UserContext.current()).isEmpty();
        });
  }

  @Test
  void opensScopesOfTheUserOfThatMoment() {
    Runnable ofAda = ADA.call(() -> user.wrap((Runnable) () -> telemetry.record("task")));
    BOB.run(ofAda);
    other.run(ofAda);

    telemetry.await(2).forEach(span -> assertThatSpan(span).carries(ADA));
  }

  @Test
  void opensScopesOfNobodyWhereThereIsNobody() {
    Runnable ofNobody = user.wrap((Runnable) () -> telemetry.record("task"));
    ADA.run(ofNobody);

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void makesItsUserCurrentAgain() {
    Context context = ADA.call(() -> Context.root().with(user));
    try (Scope scope = context.makeCurrent()) {
      telemetry.record("span");
    }

    assertThatSpan(telemetry.await()).carries(ADA);
  }
}
