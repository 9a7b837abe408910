package dev.usercontext.it.quarkus.undertow;

import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.TokenIdentities;
import dev.usercontext.it.quarkus.Surroundings;
import dev.usercontext.it.quarkus.TokenProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;

/** Callers with a token, of which configuration takes more than the name. */
@QuarkusTest
@TestProfile(TokenProfile.class)
class ClaimsIT extends ServletContract {

  @Override
  protected List<Row> rows() {
    return TokenIdentities.rows();
  }

  @Override
  public List<Caller> callers() {
    return TokenIdentities.callers(Surroundings.issuer());
  }
}
