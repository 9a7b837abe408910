package dev.usercontext.cdi;

import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserAttributed;
import dev.usercontext.UserContext;
import dev.usercontext.UserId;
import dev.usercontext.testkit.Deployment;
import dev.usercontext.testkit.FakeRequest;
import dev.usercontext.testkit.LoggedMessages;
import dev.usercontext.testkit.ProcessorFlag;
import dev.usercontext.testkit.SystemProperties;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an application has once it is deployed, and what is said of it. */
abstract class Registration {

  @RegisterExtension final SystemProperties properties = new SystemProperties();
  @RegisterExtension final LoggedMessages log = new LoggedMessages();

  private final Deployment deployment;

  Registration(Deployment deployment) {
    this.deployment = deployment;
  }

  @Test
  void theUserCanBeInjected() {
    deployment.run(
        container ->
            ADA.run(() -> assertThat(container.select(Shop.class).get().who()).isEqualTo("ada")),
        Shop.class);
  }

  @Test
  void callsAreIntercepted() {
    deployment.run(
        container ->
            assertThat(container.select(Shop.class).get().order("carol")).contains("carol"),
        Shop.class);
  }

  @Test
  void callsAreLeftAloneWhereSwitchedOff() {
    properties.set("usercontext.enabled", "false");
    deployment.run(
        container -> assertThat(container.select(Shop.class).get().order("carol")).isEmpty(),
        Shop.class);
  }

  @Test
  void nobodyIsInEffectWhereSwitchedOff() {
    properties.set("usercontext.enabled", "false");
    deployment.run(
        container -> assertThat(container.select(Shop.class).get().mayBe()).isEmpty(),
        Shop.class,
        Server.class);
  }

  @Test
  void theCallerOfTheRequestIsInEffect() {
    deployment.run(
        container -> assertThat(container.select(Shop.class).get().mayBe()).isEqualTo("carol"),
        Shop.class,
        Server.class);
  }

  @Test
  void aUserContextOfTheApplicationWins() {
    deployment.run(
        container -> assertThat(container.select(UserContext.class).get()).isSameAs(BOB),
        Own.class);
  }

  @Test
  void aUserContextWithAQualifierStandsBesideOurs() {
    deployment.run(
        container ->
            ADA.run(() -> assertThat(container.select(Shop.class).get().who()).isEqualTo("ada")),
        Shop.class,
        Qualified.class);
  }

  @Test
  void theStartSaysWhatWasFound() {
    ProcessorFlag.set(false);
    deployment.run(container -> {}, Shop.class);

    assertThat(log.texts())
        .singleElement()
        .asString()
        .startsWith("UC0001 ")
        .contains("servlet, JAX-RS, Jakarta Security, MicroProfile JWT")
        .contains("vocabularies flat, otel")
        .contains("span processor not loaded yet");
  }

  @Test
  void theStartSaysThatTheProcessorIsLoaded() {
    ProcessorFlag.set(true);
    deployment.run(container -> {}, Shop.class);

    assertThat(log.texts()).singleElement().asString().endsWith("span processor loaded");
  }

  @Test
  void theStartSaysThatItIsSwitchedOff() {
    properties.set("usercontext.enabled", "false");
    deployment.run(container -> {}, Shop.class);

    assertThat(log.texts())
        .containsExactly("UC0002 User Context is switched off by usercontext.enabled=false");
  }

  @Test
  void theStartWarnsOfUnknownKeys() {
    properties.set("usercontext.vocabulary", "usr");
    deployment.run(container -> {}, Shop.class);

    assertThat(log.warnings())
        .containsExactly(
            "UC0101 Unknown configuration key usercontext.vocabulary;"
                + " did you mean usercontext.vocabularies?");
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
