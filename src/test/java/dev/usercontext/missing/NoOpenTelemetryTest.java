package dev.usercontext.missing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserAttributed;
import dev.usercontext.UserContext;
import dev.usercontext.UserId;
import dev.usercontext.internal.servlet.UserContextInitializer;
import dev.usercontext.testkit.Deployment;
import dev.usercontext.testkit.HidingClassLoader;
import dev.usercontext.testkit.SystemProperties;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One clear message, on every way in, instead of a NoClassDefFoundError. */
class NoOpenTelemetryTest {

  private static final String MISSING =
      "UC0003 User Context needs the OpenTelemetry API, and the application cannot see it:";

  @RegisterExtension final SystemProperties properties = new SystemProperties();

  @Test
  void aDeploymentOnCdiFullSaysSo() throws Exception {
    assertThat(run(OnCdiFull.class)).contains(MISSING).doesNotContain("NoClassDefFoundError");
  }

  @Test
  void aDeploymentOnCdiLiteSaysSo() throws Exception {
    assertThat(run(OnCdiLite.class)).contains(MISSING).doesNotContain("NotPresentException");
  }

  @Test
  void anApplicationWithoutCdiSaysSo() throws Exception {
    assertThat(run(OnServlets.class)).startsWith("ServletException: " + MISSING);
  }

  @ParameterizedTest
  @CsvSource({
    "jboss.home.dir, opentelemetry and microprofile-telemetry",
    "wlp.install.dir, mpTelemetry-2.0",
    "some.property, io.opentelemetry:opentelemetry-api"
  })
  void theMessageNamesWhatToEnableOnThisRuntime(String property, String advice) throws Exception {
    properties.set(property, "/opt/server");

    assertThat(run(OnCdiFull.class)).contains(advice);
    assertThat(run(OnServlets.class)).contains(advice);
  }

  private static String run(Class<? extends Callable<String>> probe) throws Exception {
    return HidingClassLoader.run(probe, "io.opentelemetry.");
  }

  /** Tells the first line of what it fails with. */
  abstract static class Probe implements Callable<String> {
    abstract void start() throws Throwable;

    @Override
    public final String call() {
      try {
        start();
        return "started";
      } catch (Throwable e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
      }
    }
  }

  public static final class OnCdiFull extends Probe {
    @Override
    void start() {
      Deployment.FULL.run(container -> {}, Shop.class);
    }
  }

  public static final class OnCdiLite extends Probe {
    @Override
    void start() {
      Deployment.LITE.run(container -> {}, Shop.class);
    }
  }

  public static final class OnServlets extends Probe {
    @Override
    void start() throws Throwable {
      new UserContextInitializer().onStartup(null, null);
    }
  }

  @ApplicationScoped
  static class Shop {
    @Inject UserContext user;

    @UserAttributed
    void order(@UserId String customer) {}
  }
}
