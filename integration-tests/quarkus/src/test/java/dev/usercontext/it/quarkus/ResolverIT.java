package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.ExpectedUser;
import dev.usercontext.it.contract.IdentityRows;
import dev.usercontext.it.contract.InterleavedSockets;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.RuntimeFacts;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.contract.WebSocketRows;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Users of whom the application itself knows more than Quarkus. */
@QuarkusTest
@TestProfile(ResolverIT.Resolving.class)
class ResolverIT extends QuarkusContract {

  @Override
  protected List<Row> rows() {
    return Stream.of(
            UnawareRows.essential(),
            AttributedRows.essential(),
            IdentityRows.failingResolver(),
            sockets())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Row> sockets() {
    return List.of(
        WebSocketRows.conversation("WebSocket", "chat"),
        WebSocketRows.conversation("WebSocket on the event loop", "quick-chat"));
  }

  @Override
  protected RuntimeFacts facts() {
    return QuarkusFacts.resolving(super.facts());
  }

  @Override
  public List<Caller> callers() {
    return List.of(
        Caller.basic("alice").seenAs(described("alice")),
        Surroundings.bearer("carol").seenAs(described("carol").attr("subject", "carol-id")));
  }

  @Test
  void aResolverThatFailsRefusesNoSocket() {
    new InterleavedSockets(application())
        .with(
            "socket/{zone}/quick-chat",
            Caller.basic(DirectoryResolver.UNREADABLE),
            ExpectedUser.NOBODY)
        .verify();
  }

  private static ExpectedUser described(String name) {
    return ExpectedUser.id(name).email(name + "@example.com").attr("plan", "pro");
  }

  public static final class Resolving implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(DirectoryResolver.class);
    }
  }
}
