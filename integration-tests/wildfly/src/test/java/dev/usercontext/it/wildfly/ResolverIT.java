package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.ExpectedUser;
import dev.usercontext.it.contract.IdentityRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Users of whom the application itself knows more than the container. */
class ResolverIT extends WildFlyContract {

  ResolverIT() {
    super("resolver");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.attributed("resolver")
        .parts("resolver")
        .webXml(WebXml.basic())
        .withLibrary()
        .build();
  }

  @Override
  protected List<Row> rows() {
    return Stream.of(
            UnawareRows.essential(), AttributedRows.essential(), IdentityRows.failingResolver())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Caller> callers() {
    return List.of(described("alice"), described("bob"));
  }

  private static Caller described(String name) {
    return Caller.basic(name)
        .seenAs(ExpectedUser.id(name).email(name + "@example.com").attr("plan", "pro"));
  }
}
