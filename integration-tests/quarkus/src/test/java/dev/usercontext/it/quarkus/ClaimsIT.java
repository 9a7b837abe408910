package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.TokenIdentities;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;

/** Callers with a token, of which configuration takes more than the name. */
@QuarkusTest
@TestProfile(TokenProfile.class)
class ClaimsIT extends QuarkusContract {

  @Override
  protected List<Row> rows() {
    return TokenIdentities.rows();
  }

  @Override
  public List<Caller> callers() {
    return TokenIdentities.callers(Surroundings.issuer());
  }
}
