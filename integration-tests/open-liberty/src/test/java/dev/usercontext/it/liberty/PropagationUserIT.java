package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.AsyncRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Managed threads are given the user, and the trace is left to the server. */
class PropagationUserIT extends LibertyContract {

  PropagationUserIT() {
    super("propagation-user");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.unaware("propagation-user")
        .parts("async", "managed", "propagation")
        .configure("usercontext.propagation", "user")
        .webXml(WebXml.basic())
        .withLibrary()
        .build();
  }

  @Override
  protected List<Row> rows() {
    return AsyncRows.essentialInOtherTrace();
  }

  @Override
  protected int atOnce() {
    return OpenLiberty.REQUESTS_THAT_WAIT;
  }
}
