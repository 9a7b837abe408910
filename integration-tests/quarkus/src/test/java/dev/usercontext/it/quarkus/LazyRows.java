package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.Entry;
import dev.usercontext.it.contract.ExpectedUser;
import dev.usercontext.it.contract.Group;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.contract.WebSocketRows;
import java.util.List;
import java.util.stream.Stream;

/** The rows for {@code quarkus.http.auth.proactive=false}. */
public final class LazyRows {

  private LazyRows() {}

  public static List<Row> all() {
    return Stream.concat(
            UnawareRows.all().stream(),
            Stream.of(asking(), askingServlet(), socket(), openSocket()))
        .toList();
  }

  private static Row asking() {
    return authenticates(
        Row.of("authentication in mid-request", Entry.JAX_RS, "rest/{zone}/do/ask-identity"));
  }

  private static Row askingServlet() {
    return authenticates(
        Row.of(
            "authentication in mid-request, in a servlet",
            Entry.SERVLET,
            "servlet/{zone}/do/ask-identity"));
  }

  private static Row socket() {
    return WebSocketRows.conversation("WebSocket", "chat");
  }

  /** Nothing asks who opens it. */
  private static Row openSocket() {
    return WebSocketRows.unknown("WebSocket, open, with credentials", "chat").zone("open");
  }

  private static Row authenticates(Row row) {
    return row.in(Group.LOGIN)
        .zone("open")
        .answers("{user}")
        .span("over-before-asking", ExpectedUser.NOBODY)
        .spans("open-at-asking", "after-asking");
  }
}
