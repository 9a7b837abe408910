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
    return Stream.of(UnawareRows.all(), IdentityRows.programmaticLogin())
        .flatMap(List::stream)
        .toList();
  }
}
