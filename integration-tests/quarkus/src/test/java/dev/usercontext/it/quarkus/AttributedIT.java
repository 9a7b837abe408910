package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.Row;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

/** The part of the application that uses the API. */
@QuarkusTest
class AttributedIT extends QuarkusContract {

  @Override
  protected List<Row> rows() {
    return AttributedRows.all();
  }
}
