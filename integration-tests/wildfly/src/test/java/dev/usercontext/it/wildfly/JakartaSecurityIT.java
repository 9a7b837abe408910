package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Users of Jakarta Security, whom only the application knows. */
class JakartaSecurityIT extends WildFlyContract {

  JakartaSecurityIT() {
    super("jakarta-security");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.unaware("jakarta-security")
        .parts("store", "security")
        .webXml(WebXml.withoutLoginConfig())
        .webInf("jboss-web.xml", WildFly.OWN_USERS)
        .withLibrary()
        .build();
  }

  @Override
  protected List<Row> rows() {
    return UnawareRows.essential();
  }

  @Override
  public List<Caller> callers() {
    return List.of(Caller.basic("carol"), Caller.basic("dave"));
  }
}
