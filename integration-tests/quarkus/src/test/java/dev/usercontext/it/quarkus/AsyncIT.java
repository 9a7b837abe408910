package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.AsyncRows;
import dev.usercontext.it.contract.Row;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.Stream;

/** Work on other threads, in an application that knows nothing of User Context. */
@QuarkusTest
@TestProfile(FourThreads.class)
class AsyncIT extends QuarkusContract {

  @Override
  protected List<Row> rows() {
    return Stream.of(AsyncRows.all(), QuarkusAsyncRows.all()).flatMap(List::stream).toList();
  }

  @Override
  protected int atOnce() {
    return FourThreads.REQUESTS;
  }
}
