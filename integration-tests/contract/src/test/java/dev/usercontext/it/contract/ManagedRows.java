package dev.usercontext.it.contract;

import static dev.usercontext.it.contract.AsyncRows.task;

import java.util.stream.Stream;

/** The rows of Jakarta Concurrency. */
final class ManagedRows {

  private ManagedRows() {}

  static Stream<Row> essential(Entry entry) {
    return Stream.of(
            task("ManagedExecutorService", entry, "managed-submit"),
            task("ManagedScheduledExecutorService", entry, "managed-schedule"),
            task("@Asynchronous", entry, "asynchronous-stage"))
        .map(row -> inGroup(row).needs(Feature.CONCURRENCY));
  }

  static Stream<Row> of(Entry entry) {
    return Stream.concat(
        essential(entry),
        Stream.of(
                task("ManagedExecutorService, in stages", entry, "managed-supply")
                    .spans("continuation")
                    .inTraceOfRequest(),
                task("thread of a ManagedThreadFactory", entry, "managed-thread").onFreshThreads(),
                task("thread of an injected ManagedThreadFactory", entry, "managed-thread-injected")
                    .onFreshThreads(),
                task("task of a ContextService", entry, "contextual-task").onFreshThreads(),
                task("@Asynchronous that returns nothing", entry, "asynchronous-void"),
                task("@Asynchronous @WithSpan", entry, "asynchronous-with-span")
                    .spans("asynchronous")
                    .inTraceOfRequest())
            .map(row -> inGroup(row).needs(Feature.CONCURRENCY)));
  }

  private static Row inGroup(Row row) {
    return row.in(row.name().startsWith("@") ? Group.ASYNCHRONOUS : Group.MANAGED);
  }
}
