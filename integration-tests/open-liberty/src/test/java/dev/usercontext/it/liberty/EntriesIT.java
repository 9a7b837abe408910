package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.InterleavedSockets;
import dev.usercontext.it.contract.JakartaEntryRows;
import dev.usercontext.it.contract.Row;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What comes in other than as a request. */
class EntriesIT extends LibertyContract {

  EntriesIT() {
    super("entries");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return JakartaEntryRows.application("entries").withLibrary().build();
  }

  @Override
  protected List<Row> rows() {
    return JakartaEntryRows.all();
  }

  @Test
  void everyMessageHasTheUserOfItsSocket() {
    new InterleavedSockets(application()).withEach("socket/{zone}/chat", callers()).verify();
  }

  @Test
  void everyMessageHasTheUserOfItsRoom() {
    new InterleavedSockets(application()).withRooms().verify();
  }
}
