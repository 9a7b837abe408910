package dev.usercontext.it.wildfly;

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
    assertThatThrownBy(() -> deployer.deploy("short-key"))
        .hasMessageContaining("UC0103")
        .hasMessageContaining("usercontext.pseudonym.key")
        .message()
        .doesNotContain(PseudonymIdentities.SHORT_KEY);
  }
}
