package dev.usercontext.missing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserAttributed;
import dev.usercontext.UserContext;
import dev.usercontext.UserId;
import dev.usercontext.internal.current.ResolverLookup;
import dev.usercontext.testkit.Deployment;
import dev.usercontext.testkit.HidingClassLoader;
import dev.usercontext.testkit.Telemetry;
import dev.usercontext.testkit.Users;
import io.opentelemetry.api.common.AttributeKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is optional may be missing, alone or all of it together. */
class OptionalApisTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jakarta.enterprise.",
        "jakarta.servlet.",
        "jakarta.security.",
        "jakarta.ws.rs.",
        "org.eclipse.microprofile.",
        "io.quarkus."
      })
  void aCommandLineToolNeedsNoneOfThem(String hidden) throws Exception {
    assertThat(HidingClassLoader.run(CommandLine.class, hidden)).isEqualTo("ada");
  }

  @Test
  void aCommandLineToolNeedsOpenTelemetryAlone() throws Exception {
    assertThat(
            HidingClassLoader.run(
                CommandLine.class, "jakarta.", "org.eclipse.microprofile.", "io.quarkus."))
        .isEqualTo("ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jakarta.servlet.",
        "jakarta.security.",
        "jakarta.ws.rs.",
        "org.eclipse.microprofile.",
        "io.quarkus.",
        "io.opentelemetry.sdk.",
        "io.opentelemetry.instrumentation."
      })
  void anApplicationWithBeansNeedsNoneOfThem(String hidden) throws Exception {
    assertThat(HidingClassLoader.run(Application.class, hidden)).isEqualTo("carol");
  }

  @Test
  void microProfileConfigMayBeThereWithoutAnImplementation() throws Exception {
    assertThat(HidingClassLoader.run(CommandLine.class, "io.smallrye.config.")).isEqualTo("ada");
  }

  @Test
  void anApplicationWithBeansNeedsOpenTelemetryAndCdiAlone() throws Exception {
    assertThat(
            HidingClassLoader.run(
                Application.class,
                "jakarta.servlet.",
                "jakarta.security.",
                "jakarta.ws.rs.",
                "org.eclipse.microprofile.",
                "io.quarkus.",
                "io.opentelemetry.sdk.",
                "io.opentelemetry.instrumentation."))
        .isEqualTo("carol");
  }

  /** Starts an SDK and a span in a scope. */
  public static final class CommandLine implements Callable<String> {
    @Override
    public String call() throws Exception {
      Telemetry telemetry = Telemetry.simple();
      telemetry.beforeEach(null);
      try {
        Users.ADA.run(() -> telemetry.record("span"));
        ResolverLookup.resolution();
        return String.valueOf(
            telemetry.await().getAttributes().get(AttributeKey.stringKey("user_id")));
      } finally {
        telemetry.afterEach(null);
      }
    }
  }

  /** Deploys a bean and calls it. */
  public static final class Application implements Callable<String> {
    private String user;

    @Override
    public String call() {
      Deployment.FULL.run(
          container -> user = container.select(Shop.class).get().order("carol"), Shop.class);
      return user;
    }
  }

  @ApplicationScoped
  static class Shop {
    @UserAttributed
    String order(@UserId String customer) {
      return UserContext.current().map(UserContext::userId).orElse("nobody");
    }
  }
}
