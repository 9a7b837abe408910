package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.List;
import java.util.stream.Stream;

/** As in production: {@code java -jar}, with the jar of the library as it is shipped. */
@QuarkusIntegrationTest
class PackagedIT extends QuarkusContract {

  @Override
  protected List<Row> rows() {
    return Stream.of(UnawareRows.essential(), AttributedRows.essential())
        .flatMap(List::stream)
        .toList();
  }
}
