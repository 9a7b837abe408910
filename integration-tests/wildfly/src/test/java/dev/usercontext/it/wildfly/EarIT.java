package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.ApplicationEar;
import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/**
 * One jar in the lib folder of an EAR serves both of its WARs, which come to share their threads.
 */
class EarIT extends TwoWarsContract {

  @Deployment(testable = false)
  static EnterpriseArchive deployment() {
    return ApplicationEar.named("ear")
        .withLibrary()
        .war(ApplicationWar.attributed("first").webXml(WebXml.basic()))
        .war(ApplicationWar.attributed("second").webXml(WebXml.basic()))
        .build();
  }

  @Override
  List<Row> rowsOfEach() {
    return Stream.of(UnawareRows.essential(), AttributedRows.essential())
        .flatMap(List::stream)
        .toList();
  }
}
