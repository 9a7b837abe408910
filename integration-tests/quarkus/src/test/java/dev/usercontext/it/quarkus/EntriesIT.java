package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.InterleavedSockets;
import dev.usercontext.it.contract.Row;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in other than as a request. */
@QuarkusTest
@TestProfile(MoreThreads.class)
class EntriesIT extends QuarkusContract {

  @Override
  protected List<Row> rows() {
    return QuarkusEntryRows.all();
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket/{zone}/chat", "socket/{zone}/quick-chat"})
  void everyMessageHasTheUserOfItsSocket(String endpoint) {
    new InterleavedSockets(application()).withEach(endpoint, callers()).verify();
  }
}
