package dev.usercontext.it.quarkus.undertow;

import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.ScopedRows;
import dev.usercontext.it.quarkus.FourThreads;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;

/** Work on other threads, in an application that uses the API. */
@QuarkusTest
@TestProfile(FourThreads.class)
class ScopedIT extends ServletContract {

  @Override
  protected List<Row> rows() {
    return ScopedRows.all();
  }

  @Override
  protected int atOnce() {
    return FourThreads.REQUESTS;
  }
}
