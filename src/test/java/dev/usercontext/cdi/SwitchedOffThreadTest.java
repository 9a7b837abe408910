package dev.usercontext.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.testkit.Deployment;
import dev.usercontext.testkit.SystemProperties;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.security.Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With {@code usercontext.enabled=false}, nobody looks whom a thread works for. */
class SwitchedOffThreadTest {

  @RegisterExtension final SystemProperties properties = new SystemProperties();

  /** What the container's own bean says. */
  @Dependent
  static class Server {
    @Produces
    Principal principal() {
      return () -> "carol";
    }
  }

  @Test
  void isOfNobody() {
    properties.set("usercontext.enabled", "false");

    Deployment.FULL.run(container -> assertThat(UserContext.current()).isEmpty(), Server.class);
  }

  @Test
  void isOfTheCallerOtherwise() {
    Deployment.FULL.run(
        container -> assertThat(UserContext.current()).map(UserContext::userId).hasValue("carol"),
        Server.class);
  }
}
