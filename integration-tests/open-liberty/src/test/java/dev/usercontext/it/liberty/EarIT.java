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
 * One jar in the lib folder of an EAR serves both of its WARs. The server processes neither a
 * ServletContainerInitializer nor a web fragment there, so no filter runs: CDI alone tells the
 * library of a request. All that the filter brings is tried again.
 */
class EarIT extends LibertyContract {

  EarIT() {
    super("");
  }

  @Deployment(testable = false)
  static EnterpriseArchive deployment() {
    return ApplicationEar.named("ear")
        .withLibrary()
        .war(ApplicationWar.attributed("first").parts("ejb", "login").webXml(WebXml.basic()))
        .war(ApplicationWar.attributed("second").webXml(WebXml.basic()))
        .build();
  }

  @Override
  protected List<Row> rows() {
    return Stream.concat(
            Stream.of(UnawareRows.all(), AttributedRows.all(), IdentityRows.programmaticLogin())
                .flatMap(List::stream)
                .map(row -> row.under("first")),
            Stream.of(UnawareRows.essential(), AttributedRows.essential())
                .flatMap(List::stream)
                .map(row -> row.under("second")))
        .toList();
  }

  @Override
  protected String sentinels() {
    return "first/" + super.sentinels();
  }
}
