package dev.usercontext.it.contract;

import static dev.usercontext.it.contract.AsyncRows.task;
import static dev.usercontext.it.contract.Entry.JAX_RS;
import static dev.usercontext.it.contract.Entry.SERVLET;

import java.util.List;
import java.util.stream.Stream;

/** The rows of work on other threads, in an application that uses the API. */
public final class ScopedRows {

  private static final ExpectedUser ADA = ExpectedUser.id("ada");

  private static final ExpectedUser CUSTOMER = ExpectedUser.id("c-42");

  private ScopedRows() {}

  public static List<Row> all() {
    return Stream.of(JAX_RS, SERVLET)
        .flatMap(
            entry -> Stream.of(scopes(entry), wraps(entry), asynchronous(entry)).flatMap(s -> s))
        .toList();
  }

  private static Stream<Row> scopes(Entry entry) {
    return Stream.of(
            task("managed task in a scope", entry, "task-in-scope"),
            task("managed task that outlives its scope", entry, "task-after-scope"),
            task("scope in a managed task", entry, "scope-in-task"),
            task("new thread, wrapped for somebody", entry, "thread-wrapped-for-ada")
                .onFreshThreads())
        .map(
            row ->
                row.in(Group.SCOPED_TASK)
                    .usersOn(ADA, "task", "greet", "find-phrase")
                    .spans("after-scope"));
  }

  private static Stream<Row> wraps(Entry entry) {
    return Stream.of(
        wrapped(entry, "wrap(Runnable)", "wrap-runnable"),
        wrapped(entry, "wrap(Callable)", "wrap-callable"),
        wrapped(entry, "wrapSupplier and wrapFunction", "wrap-stages", "continuation"),
        wrapped(entry, "wrap(Executor)", "wrap-executor"),
        wrapped(entry, "wrap(ExecutorService)", "wrap-executor-service"));
  }

  private static Row wrapped(Entry entry, String name, String action, String... more) {
    return task(name, entry, action)
        .in(Group.WRAPPED_THREAD)
        .spans(more)
        .inTraceOfRequest()
        .anonymously(task(name, entry, action).inOtherTrace("task", "greet", "find-phrase"));
  }

  private static Stream<Row> asynchronous(Entry entry) {
    return Stream.of(
            task("@Asynchronous @UserAttributed", entry, "attributed-stage"),
            task("@Asynchronous @UserAttributed that returns nothing", entry, "attributed-void"),
            task("@Asynchronous @UserAttributed @WithSpan", entry, "attributed-with-span")
                .spans("asynchronous"),
            task("@Asynchronous @UserAttributed for somebody", entry, "attributed-for-customer")
                .usersOn(CUSTOMER, "task", "greet", "find-phrase")
                // A span with no user of its own takes the one of the call.
                .withoutSpan("asking")
                .span("asking", request -> request.isNobody() ? CUSTOMER : request))
        .map(
            row ->
                row.in(Group.ASYNCHRONOUS)
                    .spans("afterwards")
                    .inTraceOfRequest()
                    .needs(Feature.CONCURRENCY));
  }
}
