package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.ScopedRows;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Work on other threads, in an application that uses the API. */
class ScopedIT extends WildFlyContract {

  ScopedIT() {
    super("scoped");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.unaware("scoped")
        .parts("async", "managed", "scoped", "handedon")
        .webXml(WebXml.basic())
        .withLibrary()
        .build();
  }

  @Override
  protected List<Row> rows() {
    return ScopedRows.all();
  }
}
