package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.ExpectedUser;
import dev.usercontext.it.contract.InterleavedSockets;
import dev.usercontext.it.contract.JakartaEntryRows;
import dev.usercontext.it.contract.Row;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What comes in other than as a request. */
class EntriesIT extends WildFlyContract {

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
    new InterleavedSockets(application())
        .with("socket/{zone}/room/c-1", Caller.basic("alice"), ExpectedUser.id("c-1"))
        .with("socket/{zone}/room/c-2", Caller.ANONYMOUS, ExpectedUser.id("c-2"))
        .with("socket/{zone}/room/c-3", Caller.basic("bob"), ExpectedUser.id("c-3"))
        .verify();
  }
}
