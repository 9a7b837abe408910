package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.RuntimeFacts;
import dev.usercontext.it.contract.UserContextContract;
import java.net.URI;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;

/** The contract for one deployment on the server that arquillian.xml starts. */
@ArquillianTest
abstract class WildFlyContract extends UserContextContract {

  private final String name;

  /**
   * @param name of the WAR, which is its context root
   */
  WildFlyContract(String name) {
    this.name = name;
  }

  @Override
  public URI application() {
    return WildFly.application(name);
  }

  @Override
  protected RuntimeFacts facts() {
    return WildFly.facts();
  }
}
