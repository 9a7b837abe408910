package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

/** Callers with a token of MicroProfile JWT. */
@QuarkusTest
class JwtIT extends QuarkusContract {

  @Override
  protected List<Row> rows() {
    return UnawareRows.essential();
  }

  @Override
  public List<Caller> callers() {
    return List.of(Surroundings.bearer("carol"), Surroundings.bearer("dave"));
  }
}
