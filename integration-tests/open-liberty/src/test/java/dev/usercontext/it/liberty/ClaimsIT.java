package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.TokenIdentities;
import dev.usercontext.it.contract.TokenIssuer;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Users with a MicroProfile JWT, of which configuration takes more than the name. */
class ClaimsIT extends LibertyContract {

  private static final TokenIssuer ISSUER = new TokenIssuer();

  ClaimsIT() {
    super("claims");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return TokenIdentities.war(ISSUER);
  }

  @Override
  protected List<Row> rows() {
    return TokenIdentities.rows();
  }

  @Override
  public List<Caller> callers() {
    return TokenIdentities.callers(ISSUER);
  }
}
