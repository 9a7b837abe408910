package dev.usercontext.it.wildfly;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.BeansXml;
import org.jboss.arquillian.container.test.api.ContainerController;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A server whose configuration has no subsystem of OpenTelemetry. */
@ArquillianTest
class NoTelemetryIT {

  private static final String SERVER = "bare";

  @ArquillianResource ContainerController servers;
  @ArquillianResource Deployer deployer;

  @Deployment(name = "without-library", managed = false, testable = false)
  @TargetsContainer(SERVER)
  static WebArchive withoutLibrary() {
    return war("without-library");
  }

  @Deployment(name = "with-library", managed = false, testable = false)
  @TargetsContainer(SERVER)
  static WebArchive withLibrary() {
    return war("with-library").addAsLibrary(ApplicationWar.library());
  }

  @Test
  void theDeploymentFailsWithOneMessageThatNamesTheSubsystem() {
    servers.start(SERVER);
    try {
      deployer.deploy("without-library");
      assertThatThrownBy(() -> deployer.deploy("with-library"))
          .hasMessageContaining("UC0003 User Context needs the OpenTelemetry API")
          .hasMessageContaining("org.wildfly.extension.opentelemetry")
          .message()
          .doesNotContain("NoClassDefFoundError");
    } finally {
      servers.stop(SERVER);
    }
  }

  /** The application of the contract would not do: it makes spans itself. */
  private static WebArchive war(String name) {
    return ShrinkWrap.create(WebArchive.class, name + ".war")
        .addAsWebInfResource(new StringAsset(BeansXml.of("all")), "beans.xml");
  }
}
