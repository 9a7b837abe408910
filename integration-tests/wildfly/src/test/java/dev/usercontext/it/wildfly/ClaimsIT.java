package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.TokenIdentities;
import dev.usercontext.it.contract.TokenIssuer;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Users with a MicroProfile JWT, of which configuration takes more than the name. */
class ClaimsIT extends WildFlyContract {

  private static final TokenIssuer ISSUER = new TokenIssuer();

  ClaimsIT() {
    super("claims");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.unaware("claims")
        .parts("identity")
        .webXml(WebXml.jwt())
        .configure(ISSUER.configuration())
        .configure(TokenIdentities.configuration())
        .withLibrary()
        .build();
  }

  @Override
  protected List<Row> rows() {
    return TokenIdentities.rows();
  }

  @Override
  protected List<Caller> callers() {
    return TokenIdentities.callers(ISSUER);
  }
}
