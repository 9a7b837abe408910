package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** No web fragment is read: the filter of the library must get in by its initializer. */
class MetadataCompleteIT extends WildFlyContract {

  MetadataCompleteIT() {
    super("metadata-complete");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.attributed("metadata-complete")
        .webXml(WebXml.basicMetadataComplete("jakarta.ws.rs.core.Application"))
        .withLibrary()
        .build();
  }

  @Override
  protected List<Row> rows() {
    return Stream.of(UnawareRows.essential(), AttributedRows.essential())
        .flatMap(List::stream)
        .toList();
  }
}
