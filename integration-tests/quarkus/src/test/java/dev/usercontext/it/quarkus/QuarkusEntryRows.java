package dev.usercontext.it.quarkus;

import static dev.usercontext.it.contract.EntryRows.known;
import static dev.usercontext.it.contract.EntryRows.startedBy;
import static dev.usercontext.it.contract.EntryRows.unknown;

import dev.usercontext.it.contract.Entry;
import dev.usercontext.it.contract.EntryRows;
import dev.usercontext.it.contract.Group;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.WebSocketRows;
import java.util.List;
import java.util.stream.Stream;

/** The rows of entries that only Quarkus has, or has in its own way. */
public final class QuarkusEntryRows {

  private QuarkusEntryRows() {}

  public static List<Row> all() {
    return Stream.of(sockets(), bus(), schedule()).flatMap(List::stream).toList();
  }

  private static List<Row> sockets() {
    return Stream.concat(
            WebSocketRows.all().stream(),
            Stream.of(WebSocketRows.conversation("WebSocket on the event loop", "quick-chat")))
        .toList();
  }

  private static List<Row> bus() {
    return List.of(
        bus("event bus, request", "bus-request", "order"),
        bus("event bus, request on the event loop", "bus-quick-request", "quick-order"),
        bus(byRoute("event bus, request by a route", "bus-request"), "order"),
        startedBy("bus-publish", "event bus, publish")
            .spans("first-reader", "second-reader")
            .ofMessages("news receive", "first-reader", "second-reader"));
  }

  /** The span of a message that nobody sent takes the user of the first call; the rest does not. */
  private static Row bus(String name, String action, String entry) {
    return bus(startedBy(action, name), entry);
  }

  private static Row bus(Row row, String entry) {
    return known(row, entry)
        .span(entry + "s receive", sender -> sender.isNobody() ? EntryRows.OF_PARAMETER : sender)
        .ofMessages(entry + "s receive", entry, entry + "-child", entry + "-afterwards");
  }

  /** Of a request that no filter sees. */
  private static Row byRoute(String name, String action) {
    return Row.of(name, Entry.JAX_RS, "route/{zone}/do/" + action).in(Group.STARTED).waits();
  }

  private static List<Row> schedule() {
    return List.of(unknown(startedBy("schedule", "schedule"), "tick"));
  }
}
