package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application that uses the API. */
class AttributedIT extends LibertyContract {

  AttributedIT() {
    super("attributed");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.attributed("attributed").webXml(WebXml.basic()).withLibrary().build();
  }

  @Override
  protected List<Row> rows() {
    return AttributedRows.all();
  }
}
