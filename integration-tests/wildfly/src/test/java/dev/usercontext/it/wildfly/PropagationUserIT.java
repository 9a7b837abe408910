package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.AsyncRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Managed threads are given the user, and the trace is left to the server. */
class PropagationUserIT extends WildFlyContract {

  PropagationUserIT() {
    super("propagation-user");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.unaware("propagation-user")
        .parts("async", "managed")
        .configure("usercontext.propagation", "user")
        .webXml(WebXml.basic())
        .withLibrary()
        .build();
  }

  @Override
  protected List<Row> rows() {
    return AsyncRows.essentialInOtherTrace();
  }
}
