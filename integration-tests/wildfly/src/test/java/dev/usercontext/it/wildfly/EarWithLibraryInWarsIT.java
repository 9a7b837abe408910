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
 * WildFly makes one OpenTelemetry SDK for an EAR, with what its lib folder has: the span processor
 * in a WAR is not loaded. What is left is {@code @UserAttributed}: the span that is current in such
 * a method has the user, be it the server span or the one of {@code @WithSpan}.
 */
class EarWithLibraryInWarsIT extends TwoWarsContract {

  @Deployment(testable = false)
  static EnterpriseArchive deployment() {
    return ApplicationEar.named("ear-with-library-in-wars")
        .war(ApplicationWar.attributed("first").webXml(WebXml.basic()).withLibrary())
        .war(ApplicationWar.attributed("second").webXml(WebXml.basic()).withLibrary())
        .build();
  }

  @Override
  List<Row> rowsOfEach() {
    return Stream.concat(
            UnawareRows.essential().stream().map(Row::withoutUsers),
            AttributedRows.essential().stream().map(row -> row.withUsersOnlyOn("review", "ship")))
        .toList();
  }
}
