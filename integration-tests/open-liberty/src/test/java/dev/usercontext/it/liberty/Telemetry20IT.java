package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;

/** The same jar on the telemetry of MicroProfile 7.0. */
@Tag("telemetry-2.0")
class Telemetry20IT extends LibertyContract {

  Telemetry20IT() {
    super("telemetry20");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.attributed("telemetry20").webXml(WebXml.basic()).withLibrary().build();
  }

  @Override
  protected List<Row> rows() {
    return Stream.of(UnawareRows.essential(), AttributedRows.essential())
        .flatMap(List::stream)
        .toList();
  }
}
