package dev.usercontext.it.contract;

import static dev.usercontext.it.contract.AsyncRows.row;
import static dev.usercontext.it.contract.AsyncRows.task;

import java.util.stream.Stream;

/** The rows of MicroProfile Fault Tolerance. */
final class FaultToleranceRows {

  private FaultToleranceRows() {}

  static Stream<Row> of(Entry entry) {
    return Stream.of(
            task("@Asynchronous of Fault Tolerance", entry, "tolerant-stage"),
            row("@Asynchronous @Retry of Fault Tolerance", entry, "tolerant-retry")
                .answers("hello")
                .spans("asking", "attempt-1", "attempt-2", "task", "greet", "find-phrase")
                .inTraceOfRequest()
                .onOtherThread(),
            row("@Asynchronous @Fallback of Fault Tolerance", entry, "tolerant-fallback")
                .answers("hello")
                .spans("asking", "attempt", "task", "greet", "find-phrase")
                .inTraceOfRequest()
                .onOtherThread())
        // WildFly's pool for it grows, and gives work to the thread that was idle last: a later
        // request may never come to the same one.
        .map(row -> row.onFreshThreads().in(Group.ASYNCHRONOUS).needs(Feature.FAULT_TOLERANCE));
  }
}
