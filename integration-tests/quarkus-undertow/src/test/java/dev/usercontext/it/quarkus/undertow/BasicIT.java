package dev.usercontext.it.quarkus.undertow;

import dev.usercontext.it.contract.IdentityRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;

/** The main promise, with servlets: an application that knows nothing of it gets one jar. */
@QuarkusTest
class BasicIT extends ServletContract {

  @Override
  protected List<Row> rows() {
    return Stream.concat(UnawareRows.all().stream(), logins()).toList();
  }

  /** Quarkus REST is beside the servlets, not in one: a resource has no request to log in with. */
  static Stream<Row> logins() {
    return IdentityRows.programmaticLogin().stream()
        .filter(row -> row.name().equals("login in mid-request"));
  }
}
