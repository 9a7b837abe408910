package dev.usercontext.internal.current;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.internal.config.ApplicationConfig;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import dev.usercontext.internal.servlet.ServletIdentity;
import dev.usercontext.testkit.Deployment;
import dev.usercontext.testkit.FakeRequest;
import dev.usercontext.testkit.Garbage;
import dev.usercontext.testkit.Telemetry;
import jakarta.enterprise.context.control.RequestContextController;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is kept of a container between two spans. */
class KnownContainerTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  @Test
  void theSameContainerIsKept() {
    Deployment.FULL.run(
        container -> {
          KnownContainer known = KnownContainer.current();
          assertThat(KnownContainer.current()).isSameAs(known);
          assertThat(known.requestUser()).isNotNull().isSameAs(known.requestUser());
        });
  }

  @Test
  void isKeptByItsApplicationAndNotUntilTheNextCollection() {
    Deployment.FULL.run(
        container -> {
          WeakReference<KnownContainer> known = new WeakReference<>(KnownContainer.current());
          KnownContainer.current().requestUser();
          Garbage.isCollected(new WeakReference<>(new Object()));
          assertThat(known.get()).isNotNull();
        });
  }

  @Test
  void afterARedeploymentTheNewContainerIsAsked() {
    for (String name : List.of("ada", "bob")) {
      Deployment.FULL.run(
          container -> {
            RequestContextController request = request(container, name);
            telemetry.record("span of " + name);
            request.deactivate();
          });
      assertThatSpan(telemetry.await("span of " + name)).carriesUser(name);
    }
  }

  @Test
  void whereTheContainerIsGoneThereIsNone() {
    Deployment.FULL.run(container -> KnownContainer.current());

    assertThatThrownBy(KnownContainer::current).isInstanceOf(IllegalStateException.class);
    assertThat(ActiveRequest.find()).isNull();
  }

  @Test
  void anotherApplicationOnTheSameServerIsAskedForItself() throws Exception {
    try (URLClassLoader other = new URLClassLoader(new URL[0], getClass().getClassLoader())) {
      Deployment.FULL.run(
          container -> {
            KnownContainer known = KnownContainer.current();
            assertThat(as(other, KnownContainer::current)).isNotSameAs(known);
          });
    }
  }

  @Test
  void neitherTheApplicationNorItsClassLoaderIsHeld() throws Exception {
    WeakReference<?> application = new WeakReference<>(askInAnApplicationOfItsOwn());

    Garbage.isCollected(application);
  }

  /** What it is configured with was asked for before: MicroProfile Config keeps class loaders. */
  private static ClassLoader askInAnApplicationOfItsOwn() throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[0], KnownContainer.class.getClassLoader())) {
      Deployment.FULL.run(
          container -> {
            container.select(ApplicationConfig.class).get();
            assertThat(as(loader, () -> KnownContainer.current().requestUser())).isNotNull();
          });
      return loader;
    }
  }

  private static RequestContextController request(WeldContainer container, String name) {
    RequestContextController scope = container.select(RequestContextController.class).get();
    scope.activate();
    RequestUser user =
        ServletIdentity.start(FakeRequest.of(name).request(), new UserResolution(List.of()));
    user.enter();
    ActiveRequest.put(user);
    return scope;
  }

  private static <T> T as(ClassLoader application, Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(application);
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
