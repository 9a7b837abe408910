package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.RuntimeFacts;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.contract.UserContextContract;
import dev.usercontext.it.contract.WebXml;
import java.net.URI;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;

@ArquillianTest
class BasicIT extends UserContextContract {

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.unaware("basic")
        .parts("ejb")
        .webXml(WebXml.basic())
        .withLibrary()
        .build();
  }

  @Override
  protected URI application() {
    return WildFly.application("basic");
  }

  @Override
  protected RuntimeFacts facts() {
    return WildFly.facts();
  }

  @Override
  protected List<Row> rows() {
    return UnawareRows.all();
  }
}
