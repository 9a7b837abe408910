package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.IdentityRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The main promise: an application that knows nothing of User Context gets one jar. It has no
 * beans.xml either.
 */
class BasicIT extends LibertyContract {

  BasicIT() {
    super("basic");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.unaware("basic")
        .parts("ejb", "login")
        .webXml(WebXml.basic())
        .withLibrary()
        .build();
  }

  @Override
  protected List<Row> rows() {
    return Stream.of(UnawareRows.all(), IdentityRows.programmaticLogin())
        .flatMap(List::stream)
        .toList();
  }
}
