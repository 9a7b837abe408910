package dev.usercontext.it.quarkus.undertow;

import dev.usercontext.it.contract.AsyncRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.quarkus.FourThreads;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;

/** Work on other threads, in an application that knows nothing of User Context. */
@QuarkusTest
@TestProfile(FourThreads.class)
class AsyncIT extends ServletContract {

  @Override
  protected List<Row> rows() {
    return AsyncRows.all();
  }

  @Override
  protected int atOnce() {
    return FourThreads.REQUESTS;
  }
}
