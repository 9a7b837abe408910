package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.BeansXml;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application has a beans.xml of its own: bean-discovery-mode annotated. */
class BeansXmlAnnotatedIT extends LibertyContract {

  BeansXmlAnnotatedIT() {
    super("beans-xml-annotated");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.attributed("beans-xml-annotated")
        .webInf("beans.xml", BeansXml.of("annotated"))
        .webXml(WebXml.basic())
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
