package dev.usercontext.it.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.BeansXml;
import dev.usercontext.it.contract.WebXml;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server whose server.xml names no feature of MicroProfile Telemetry. */
@Tag("no-telemetry")
@ArquillianTest
class NoTelemetryIT {

  @ArquillianResource Deployer deployer;

  @Deployment(name = "without-spans", managed = false, testable = false)
  static WebArchive withoutSpans() {
    return ShrinkWrap.create(WebArchive.class, "without-spans.war")
        .addAsWebInfResource(new StringAsset(BeansXml.of("all")), "beans.xml")
        .addAsLibrary(ApplicationWar.library());
  }

  /** It cannot do without OpenTelemetry itself, and the message must not drown in its failures. */
  @Deployment(name = "with-spans", managed = false, testable = false)
  static WebArchive withSpans() {
    return ApplicationWar.attributed("with-spans").webXml(WebXml.basic()).withLibrary().build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"without-spans", "with-spans"})
  void theDeploymentFailsWithOneMessageThatNamesTheFeature(String application) {
    ServerLog log = ServerLog.of("no-telemetry");

    assertThatThrownBy(() -> deployer.deploy(application)).hasMessageContaining(application);
    assertThat(log.records("CWWKZ0002E", "starting the application " + application))
        .singleElement()
        .asString()
        .contains("Exception List with 1 exceptions")
        .contains("UC0003 User Context needs the OpenTelemetry API")
        .contains("Enable the feature mpTelemetry-2.0 or mpTelemetry-2.1 in server.xml")
        .doesNotContain("NoClassDefFoundError");
  }
}
