package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.ApplicationEar;
import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.ExpectedUser;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** The jar in the lib folder of an EAR asks the resolver of a WAR, for that WAR only. */
class EarResolverIT extends TwoWarsContract {

  @Deployment(testable = false)
  static EnterpriseArchive deployment() {
    return ApplicationEar.named("ear-resolver")
        .withLibrary()
        .war(ApplicationWar.attributed("first").parts("resolver").webXml(WebXml.basic()))
        .war(ApplicationWar.attributed("second").webXml(WebXml.basic()))
        .build();
  }

  @Override
  List<Row> rowsOfEach() {
    return Stream.of(UnawareRows.essential(), AttributedRows.essential())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  Row under(String war, Row row) {
    Row below = super.under(war, row);
    return war.equals("first") ? below.seenAs(EarResolverIT::described) : below;
  }

  private static ExpectedUser described(ExpectedUser user) {
    return user.isNobody()
        ? user
        : user.email(user.attributes().get("user_id") + "@example.com").attr("plan", "pro");
  }
}
