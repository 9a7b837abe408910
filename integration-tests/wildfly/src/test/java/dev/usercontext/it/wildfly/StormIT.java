package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.IdentityRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.RuntimeFacts;
import dev.usercontext.it.contract.StormContract;
import dev.usercontext.it.contract.WebXml;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Under storm, while another copy of the application is deployed and undeployed again and again.
 */
@ArquillianTest
class StormIT extends StormContract {

  private static final String PASSING = "storm-passing";

  @ArquillianResource Deployer deployer;

  @Deployment(name = "storm", testable = false)
  static WebArchive deployment() {
    return war("storm");
  }

  @Deployment(name = PASSING, managed = false, testable = false)
  static WebArchive passing() {
    return war(PASSING);
  }

  private static WebArchive war(String name) {
    return ApplicationWar.attributed(name)
        .parts("ejb", "login", "failing")
        .withLanguageModel()
        .webXml(WebXml.basic())
        .configure(configuration())
        .withLibrary()
        .build();
  }

  @Override
  protected URI application() {
    return WildFly.application("storm");
  }

  @Override
  protected URI passingApplication() {
    return WildFly.application(PASSING);
  }

  @Override
  protected void deployPassing() {
    deployer.deploy(PASSING);
  }

  @Override
  protected void undeployPassing() {
    deployer.undeploy(PASSING);
  }

  @Override
  protected RuntimeFacts facts() {
    return WildFly.facts();
  }

  @Override
  protected List<Row> rows() {
    return Stream.concat(commonRows(), IdentityRows.programmaticLogin().stream()).toList();
  }
}
