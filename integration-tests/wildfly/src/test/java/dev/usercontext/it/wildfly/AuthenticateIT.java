package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.IdentityRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Users that the application authenticates in mid-request. */
class AuthenticateIT extends WildFlyContract {

  AuthenticateIT() {
    super("authenticate");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.unaware("authenticate")
        .parts("store", "mechanism")
        .webXml(WebXml.withoutLoginConfig())
        .webInf("jboss-web.xml", WildFly.OWN_USERS)
        .withLibrary()
        .build();
  }

  @Override
  protected List<Row> rows() {
    return IdentityRows.authenticate();
  }

  @Override
  public List<Caller> callers() {
    return List.of(Caller.basic("carol"), Caller.basic("dave"));
  }
}
