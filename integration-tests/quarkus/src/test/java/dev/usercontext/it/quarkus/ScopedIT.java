package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.ScopedRows;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.Stream;

/** Work on other threads, in an application that uses the API. */
@QuarkusTest
@TestProfile(FourThreads.class)
class ScopedIT extends QuarkusContract {

  @Override
  protected List<Row> rows() {
    return Stream.of(ScopedRows.all(), QuarkusAsyncRows.scoped()).flatMap(List::stream).toList();
  }

  @Override
  protected int atOnce() {
    return FourThreads.REQUESTS;
  }
}
