package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.RuntimeFacts;
import dev.usercontext.it.contract.UserContextContract;
import java.net.URI;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;

/** The contract for one deployment on the server that arquillian.xml starts. */
@ArquillianTest
abstract class LibertyContract extends UserContextContract {

  private final String contextRoot;

  LibertyContract(String contextRoot) {
    this.contextRoot = contextRoot;
  }

  @Override
  public URI application() {
    return OpenLiberty.application(contextRoot);
  }

  @Override
  protected RuntimeFacts facts() {
    return OpenLiberty.facts();
  }
}
