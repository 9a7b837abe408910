package dev.usercontext.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.WebXml;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Where the build says on which JDK the server is to run: it does. */
@ArquillianTest
class ServerJdkIT {

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.unaware("jdk").webXml(WebXml.basic()).withLibrary().build();
  }

  @Test
  void theServerRunsOnTheJdkThatTheBuildSays() {
    assertThat(Runtime.version().feature()).isEqualTo(Integer.getInteger("server.jdk"));
    assertThat(WildFly.process().command()).startsWith(System.getProperty("java.home"));
  }
}
