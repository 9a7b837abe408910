package dev.usercontext.it.quarkus.undertow;

import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.quarkus.Surroundings;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

/** Callers with a token of MicroProfile JWT. */
@QuarkusTest
class JwtIT extends ServletContract {

  @Override
  protected List<Row> rows() {
    return UnawareRows.essential();
  }

  @Override
  public List<Caller> callers() {
    return List.of(Surroundings.bearer("carol"), Surroundings.bearer("dave"));
  }
}
