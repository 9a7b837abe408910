package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.AsyncRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Nothing is given along to managed threads: the server says who they work for. */
class PropagationNoneIT extends WildFlyContract {

  PropagationNoneIT() {
    super("propagation-none");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.unaware("propagation-none")
        .parts("async", "managed")
        .configure("usercontext.propagation", "none")
        .webXml(WebXml.basic())
        .withLibrary()
        .build();
  }

  @Override
  protected List<Row> rows() {
    return AsyncRows.essentialInOtherTrace();
  }
}
