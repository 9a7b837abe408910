package dev.usercontext.it.contract;

import java.util.List;
import java.util.function.BiConsumer;

/** The rows of a WebSocket: the handshake is a request, and what follows is not. */
public final class WebSocketRows {

  private WebSocketRows() {}

  public static List<Row> all() {
    return List.of(
        conversation("WebSocket", "chat"),
        conversation("WebSocket, open, with credentials", "chat").zone("open"),
        failing());
  }

  /** An endpoint of which one method does not take the session: nobody else knows the user. */
  public static Row withoutSession() {
    Row row = Row.conversation("WebSocket without its session", "socket/{zone}/brief-chat", "one");
    return EntryRows.unknown(EntryRows.known(row, "open"), "one");
  }

  /** An endpoint whose method is annotated and has the user as a parameter. */
  public static Row attributed() {
    return Row.conversation("WebSocket with @UserAttributed", "socket/{zone}/room/c-42", "order")
        .span("order", ExpectedUser.id("c-42"));
  }

  private static Row failing() {
    Row row = Row.conversation("WebSocket that fails", "socket/{zone}/chat", "fail");
    for (String span : List.of("open", "error", "close")) {
      EntryRows.known(row, span);
    }
    return row;
  }

  /** The same three texts to an endpoint of this name. */
  public static Row conversation(String name, String endpoint) {
    return conversation(name, endpoint, EntryRows::known);
  }

  /** The same where nobody has asked whose socket it is. */
  public static Row unknown(String name, String endpoint) {
    return conversation(name, endpoint, EntryRows::unknown)
        .serverSpan(ignored -> ExpectedUser.NOBODY);
  }

  private static Row conversation(String name, String endpoint, BiConsumer<Row, String> work) {
    Row row = Row.conversation(name, "socket/{zone}/" + endpoint, "one", "two", "three");
    for (String span : List.of("open", "one", "two", "three", "close")) {
      work.accept(row, span);
    }
    return row;
  }
}
