package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.TokenIssuer;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Users with a MicroProfile JWT. */
class JwtIT extends LibertyContract {

  private static final TokenIssuer ISSUER = new TokenIssuer();

  JwtIT() {
    super("mp-jwt");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.unaware("mp-jwt")
        .webXml(WebXml.jwt())
        .configure(ISSUER.configuration())
        .withLibrary()
        .build();
  }

  @Override
  protected List<Row> rows() {
    return UnawareRows.essential();
  }

  @Override
  public List<Caller> callers() {
    return List.of(ISSUER.caller("alice"), ISSUER.caller("bob"));
  }
}
