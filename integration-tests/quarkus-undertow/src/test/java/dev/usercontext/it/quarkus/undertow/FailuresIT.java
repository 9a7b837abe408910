package dev.usercontext.it.quarkus.undertow;

import dev.usercontext.it.contract.FailureRows;
import dev.usercontext.it.contract.Row;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

/** What goes wrong in one request is not of the next. */
@QuarkusTest
class FailuresIT extends ServletContract {

  @Override
  protected List<Row> rows() {
    return FailureRows.all();
  }
}
