package dev.usercontext.it.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.it.contract.PseudonymIdentities;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Raw ids never go out because the secret is not what it should be. */
@ArquillianTest
class ShortKeyIT {

  @ArquillianResource Deployer deployer;

  @Deployment(name = "short-key", managed = false, testable = false)
  static WebArchive deployment() {
    return PseudonymIdentities.warWithShortKey();
  }

  @Test
  void keepsTheApplicationFromStarting() {
    ServerLog log = ServerLog.of("application-mode");

    assertThatThrownBy(() -> deployer.deploy("short-key")).hasMessageContaining("short-key");
    assertThat(log.text())
        .contains("UC0103")
        .contains("usercontext.pseudonym.key")
        .doesNotContain(PseudonymIdentities.SHORT_KEY);
  }
}
