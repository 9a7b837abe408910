package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.ApplicationEar;
import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.IdentityRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/**
 * One jar in the lib folder of an EAR serves both of its WARs. Open Liberty processes neither a
 * ServletContainerInitializer nor a web fragment from there, so no filter runs: only CDI tells the
 * library of a request. Therefore every row is tried again.
 */
class EarIT extends TwoWarsContract {

  @Deployment(testable = false)
  static EnterpriseArchive deployment() {
    return ApplicationEar.named("ear")
        .withLibrary()
        .war(ApplicationWar.attributed("first").parts("ejb", "login").webXml(WebXml.basic()))
        .war(ApplicationWar.attributed("second").parts("ejb", "login").webXml(WebXml.basic()))
        .build();
  }

  @Override
  List<Row> rowsOfEach() {
    return Stream.of(UnawareRows.all(), AttributedRows.all(), IdentityRows.programmaticLogin())
        .flatMap(List::stream)
        .toList();
  }
}
