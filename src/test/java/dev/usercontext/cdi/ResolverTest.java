package dev.usercontext.cdi;

import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.internal.current.ResolverLookup;
import dev.usercontext.spi.Identity;
import dev.usercontext.spi.UserContextResolver;
import dev.usercontext.testkit.Deployment;
import dev.usercontext.testkit.Garbage;
import dev.usercontext.testkit.LoggedMessages;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.ref.WeakReference;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The resolvers of an application: none, one or several beans. */
class ResolverTest {

  @RegisterExtension final LoggedMessages log = new LoggedMessages();

  @ParameterizedTest
  @EnumSource
  void withoutOneThePrincipalIsTheUser(Deployment deployment) {
    assertThat(resolve(deployment, "carol")).map(UserContext::userId).hasValue("carol");
    assertThat(resolve(deployment, null)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void ofAnyScopeItDecides(Deployment deployment) {
    for (Class<?> scope : List.of(OfApplication.class, OfSingleton.class, OfNoScope.class)) {
      assertThat(resolve(deployment, "carol", scope)).map(UserContext::userId).hasValue("C-carol");
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofAProducerItDecides(Deployment deployment) {
    assertThat(resolve(deployment, "carol", Producer.class)).contains(BOB);
  }

  @ParameterizedTest
  @EnumSource
  void itIsAskedForUnauthenticatedRequestsToo(Deployment deployment) {
    assertThat(resolve(deployment, null, First.class)).contains(ADA);
  }

  @ParameterizedTest
  @EnumSource
  void theHighestPriorityIsAskedFirst(Deployment deployment) {
    assertThat(resolve(deployment, "carol", OfApplication.class, First.class, Last.class))
        .contains(ADA);
    assertThat(resolve(deployment, "carol", Last.class, OfApplication.class))
        .map(UserContext::userId)
        .hasValue("C-carol");
  }

  @ParameterizedTest
  @EnumSource
  void oneWithoutAnAnswerLeavesItToTheNext(Deployment deployment) {
    assertThat(resolve(deployment, null, OfApplication.class, Last.class)).contains(BOB);
  }

  @ParameterizedTest
  @EnumSource
  void oneThatCannotBeCreatedCostsTheUser(Deployment deployment) {
    assertThat(resolve(deployment, "carol", Broken.class)).isEmpty();
    assertThat(log.warnings()).singleElement().asString().startsWith("UC0401 ");
    assertThat(log.causes().get(0)).hasStackTraceContaining("cannot be created");
  }

  @ParameterizedTest
  @EnumSource
  void whoIsLookedUpOftenIsNotKept(Deployment deployment) {
    deployment.run(
        container -> {
          ResolverLookup.resolution();
          assertThat(OfNoScope.last).satisfies(Garbage::isCollected);
        },
        OfNoScope.class);
  }

  private static Optional<UserContext> resolve(
      Deployment deployment, String name, Class<?>... beans) {
    Principal principal = name == null ? null : () -> name;
    AtomicReference<UserContext> user = new AtomicReference<>();
    deployment.run(
        container -> user.set(ResolverLookup.resolution().resolve(principal, null)), beans);
    return Optional.ofNullable(user.get());
  }

  /** Answers for whom the container has authenticated. */
  abstract static class ByPrincipal implements UserContextResolver {
    @Override
    public Optional<UserContext> resolve(Identity identity) {
      return identity
          .principal()
          .map(principal -> UserContext.builder("C-" + principal.getName()).build());
    }
  }

  @ApplicationScoped
  static class OfApplication extends ByPrincipal {}

  @Singleton
  static class OfSingleton extends ByPrincipal {}

  @Dependent
  static class OfNoScope extends ByPrincipal {
    private static WeakReference<Object> last;

    @PostConstruct
    void created() {
      last = new WeakReference<>(this);
    }

    @PreDestroy
    void destroyed() {
      // That there is one makes the container keep what it would destroy.
    }
  }

  @Dependent
  static class Broken extends ByPrincipal {
    @PostConstruct
    void created() {
      throw new IllegalStateException("cannot be created");
    }
  }

  @ApplicationScoped
  static class Producer {
    @Produces
    @Singleton
    UserContextResolver resolver() {
      return identity -> Optional.of(BOB);
    }
  }

  @ApplicationScoped
  @Priority(10)
  static class First implements UserContextResolver {
    @Override
    public Optional<UserContext> resolve(Identity identity) {
      return Optional.of(ADA);
    }
  }

  @ApplicationScoped
  @Priority(-10)
  static class Last implements UserContextResolver {
    @Override
    public Optional<UserContext> resolve(Identity identity) {
      return Optional.of(BOB);
    }
  }
}
