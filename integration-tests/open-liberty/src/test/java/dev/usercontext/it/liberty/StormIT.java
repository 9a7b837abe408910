package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.JakartaStormContract;
import dev.usercontext.it.contract.RuntimeFacts;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;

@ArquillianTest
class StormIT extends JakartaStormContract {

  @Deployment(name = STORM, testable = false)
  static WebArchive deployment() {
    return storm("propagation");
  }

  @Deployment(name = PASSING, managed = false, testable = false)
  static WebArchive passingDeployment() {
    return passing("propagation");
  }

  @Override
  protected URI application(String name) {
    return OpenLiberty.application(name);
  }

  @Override
  protected int waitingAtOnce() {
    return OpenLiberty.REQUESTS_THAT_WAIT;
  }

  @Override
  protected RuntimeFacts facts() {
    return OpenLiberty.facts();
  }
}
