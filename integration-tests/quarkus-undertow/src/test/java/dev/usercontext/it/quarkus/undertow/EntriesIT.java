package dev.usercontext.it.quarkus.undertow;

import dev.usercontext.it.contract.Row;
import dev.usercontext.it.quarkus.MoreThreads;
import dev.usercontext.it.quarkus.QuarkusEntryRows;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;

/** What comes in other than as a request, beside servlets. */
@QuarkusTest
@TestProfile(MoreThreads.class)
class EntriesIT extends ServletContract {

  @Override
  protected List<Row> rows() {
    return QuarkusEntryRows.all();
  }
}
