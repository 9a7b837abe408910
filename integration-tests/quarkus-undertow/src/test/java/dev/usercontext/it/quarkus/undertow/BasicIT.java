package dev.usercontext.it.quarkus.undertow;

import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

/**
 * The main promise, with servlets: an application that knows nothing of User Context gets one jar.
 */
@QuarkusTest
class BasicIT extends ServletContract {

  @Override
  protected List<Row> rows() {
    return UnawareRows.all();
  }
}
