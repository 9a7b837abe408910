package dev.usercontext.cdi;

import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserAttributed;
import dev.usercontext.UserContext;
import dev.usercontext.UserId;
import dev.usercontext.testkit.Deployment;
import dev.usercontext.testkit.FakeRequest;
import dev.usercontext.testkit.SystemProperties;
import io.quarkus.security.spi.runtime.AuthenticationSuccessEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an application has once it is deployed. */
class RegistrationTest {

  @RegisterExtension final SystemProperties properties = new SystemProperties();

  @ParameterizedTest
  @EnumSource
  void theUserCanBeInjected(Deployment deployment) {
    deployment.run(
        container ->
            ADA.run(() -> assertThat(container.select(Shop.class).get().who()).isEqualTo("ada")),
        Shop.class);
  }

  /** Whoever observes one makes Quarkus fire each of them a second time, on another thread. */
  @Test
  void noEventOfQuarkusIsObservedButForLazyAuthentication() {
    assertThat(observersOfAuthentication()).isEmpty();

    properties.set("quarkus.http.auth.proactive", "false");
    assertThat(observersOfAuthentication()).hasSize(1);
  }

  private static Set<ObserverMethod<? super AuthenticationSuccessEvent>>
      observersOfAuthentication() {
    Set<ObserverMethod<? super AuthenticationSuccessEvent>> observers = new HashSet<>();
    Deployment.LITE.run(
        container ->
            observers.addAll(
                container
                    .getBeanManager()
                    .resolveObserverMethods(new AuthenticationSuccessEvent(null, Map.of()))));
    return observers;
  }

  @ParameterizedTest
  @EnumSource
  void callsAreIntercepted(Deployment deployment) {
    deployment.run(
        container ->
            assertThat(container.select(Shop.class).get().order("carol")).contains("carol"),
        Shop.class);
  }

  @ParameterizedTest
  @EnumSource
  void callsAreLeftAloneWhereSwitchedOff(Deployment deployment) {
    properties.set("usercontext.enabled", "false");
    deployment.run(
        container -> assertThat(container.select(Shop.class).get().order("carol")).isEmpty(),
        Shop.class);
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsInEffectWhereSwitchedOff(Deployment deployment) {
    properties.set("usercontext.enabled", "false");
    deployment.run(
        container -> assertThat(container.select(Shop.class).get().mayBe()).isEmpty(),
        Shop.class,
        Server.class);
  }

  @ParameterizedTest
  @EnumSource
  void theCallerOfTheRequestIsInEffect(Deployment deployment) {
    deployment.run(
        container -> assertThat(container.select(Shop.class).get().mayBe()).isEqualTo("carol"),
        Shop.class,
        Server.class);
  }

  @ParameterizedTest
  @EnumSource
  void aUserContextOfTheApplicationWins(Deployment deployment) {
    deployment.run(
        container -> assertThat(container.select(UserContext.class).get()).isSameAs(BOB),
        Own.class);
  }

  @ParameterizedTest
  @EnumSource
  void aUserContextWithAQualifierStandsBesideOurs(Deployment deployment) {
    deployment.run(
        container ->
            ADA.run(() -> assertThat(container.select(Shop.class).get().who()).isEqualTo("ada")),
        Shop.class,
        Qualified.class);
  }

  @ApplicationScoped
  static class Shop {
    @Inject UserContext user;

    @ActivateRequestContext
    String who() {
      return user.userId();
    }

    @ActivateRequestContext
    String mayBe() {
      return user.isPresent() ? user.userId() : "";
    }

    @UserAttributed
    String order(@UserId String customer) {
      return UserContext.current().map(UserContext::userId).orElse("");
    }
  }

  @ApplicationScoped
  static class Own {
    @Produces
    UserContext user() {
      return BOB;
    }
  }

  /** Has a bean for the request, as every server has. */
  @ApplicationScoped
  static class Server {
    @Produces
    @RequestScoped
    HttpServletRequest request() {
      return FakeRequest.of("carol").request();
    }
  }

  @Qualifier
  @Retention(RetentionPolicy.RUNTIME)
  @interface Support {}

  @ApplicationScoped
  static class Qualified {
    @Produces
    @Support
    UserContext support() {
      return BOB;
    }

    @Inject @Support Instance<UserContext> injected;
  }
}
