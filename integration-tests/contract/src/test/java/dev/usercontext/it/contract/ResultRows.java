package dev.usercontext.it.contract;

import static dev.usercontext.it.contract.AsyncRows.worked;
import static dev.usercontext.it.contract.Entry.JAX_RS;

import java.util.stream.Stream;

/** The rows of JAX-RS resources that answer later than they return. */
final class ResultRows {

  private ResultRows() {}

  static Stream<Row> all() {
    return Stream.of(
        worked(result("CompletionStage", "stage")).spans("continuation").inTraceOfRequest(),
        worked(result("AsyncResponse", "response")),
        result("AsyncResponse, timed out", "timeout")
            .answers(503)
            .spans("asking", "on-timeout")
            .inTraceOfRequest(),
        result("server-sent events", "events")
            .answers("event 3")
            .spans("asking", "event-1", "event-2", "event-3")
            .inTraceOfRequest()
            .waits(),
        worked(result("StreamingOutput", "streaming")));
  }

  private static Row result(String name, String path) {
    return Row.of(name, JAX_RS, "rest/{zone}/results/" + path).in(Group.RESULT);
  }
}
