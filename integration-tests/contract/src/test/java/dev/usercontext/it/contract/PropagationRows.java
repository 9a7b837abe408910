package dev.usercontext.it.contract;

import static dev.usercontext.it.contract.AsyncRows.task;

import java.util.stream.Stream;

/** The rows of MicroProfile Context Propagation. */
final class PropagationRows {

  private PropagationRows() {}

  static Stream<Row> essential(Entry entry) {
    return Stream.of(task("ManagedExecutor", entry, "mp-submit"))
        .map(row -> row.in(Group.CONTEXT_PROPAGATION).needs(Feature.CONTEXT_PROPAGATION));
  }

  static Stream<Row> of(Entry entry) {
    return Stream.concat(
        essential(entry),
        Stream.of(
                task("ManagedExecutor, in stages", entry, "mp-supply")
                    .spans("continuation")
                    .inTraceOfRequest(),
                task("task of a ThreadContext", entry, "mp-contextual-task").onFreshThreads())
            .map(row -> row.in(Group.CONTEXT_PROPAGATION).needs(Feature.CONTEXT_PROPAGATION)));
  }
}
