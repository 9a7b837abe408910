package dev.usercontext.it.contract;

import static dev.usercontext.it.contract.Entry.JAX_RS;
import static dev.usercontext.it.contract.Entry.SERVLET;

import java.util.List;
import java.util.stream.Stream;

/** The rows of work on other threads, in an application that knows nothing of User Context. */
public final class AsyncRows {

  private AsyncRows() {}

  public static List<Row> all() {
    return Stream.of(
            executions(JAX_RS), executions(SERVLET), ResultRows.all(), AsyncServletRows.all())
        .flatMap(stream -> stream)
        .toList();
  }

  /** What shows whether and what managed executors carry. */
  public static List<Row> essential() {
    return essential(JAX_RS);
  }

  public static List<Row> essential(Entry entry) {
    return Stream.of(ManagedRows.essential(entry), PropagationRows.essential(entry))
        .flatMap(stream -> stream)
        .toList();
  }

  /** The same where user and trace do not go together. */
  public static List<Row> essentialInOtherTrace() {
    return essential().stream()
        .map(row -> row.inOtherTrace("task", "greet", "find-phrase"))
        .toList();
  }

  private static Stream<Row> executions(Entry entry) {
    return Stream.of(
            threads(entry),
            clients(entry),
            Stream.of(afterResponse(entry)),
            ManagedRows.of(entry),
            events(entry),
            FaultToleranceRows.of(entry),
            PropagationRows.of(entry))
        .flatMap(stream -> stream);
  }

  /** Java, too, makes a thread for each task instead of a pool where it has but few processors. */
  private static Stream<Row> threads(Entry entry) {
    return Stream.of(
        alone(task("new thread", entry, "new-thread")).onFreshThreads(),
        wrapped(task("new thread, wrapped", entry, "new-thread-wrapped")).onFreshThreads(),
        alone(task("common pool", entry, "common-pool")).onFreshThreads(),
        wrapped(task("common pool, wrapped", entry, "common-pool-wrapped")).onFreshThreads(),
        virtual(alone(task("virtual thread", entry, "virtual-thread"))),
        virtual(wrapped(task("virtual thread, wrapped", entry, "virtual-thread-wrapped"))));
  }

  private static Row wrapped(Row row) {
    return row.in(Group.WRAPPED_THREAD);
  }

  private static Row virtual(Row row) {
    return row.onFreshThreads().needs(Feature.VIRTUAL_THREADS);
  }

  /** Nothing goes along to this thread, and nobody is guessed. */
  private static Row alone(Row row) {
    return row.in(Group.BARE_THREAD)
        .withUsersOnlyOn("asking")
        .inOtherTrace("task", "greet", "find-phrase");
  }

  private static Stream<Row> events(Entry entry) {
    return Stream.of(
            task("fireAsync of CDI", entry, "fire-async"),
            task("fireAsync of CDI on a managed executor", entry, "fire-async-managed"))
        .map(row -> row.in(Group.EVENT));
  }

  private static Stream<Row> clients(Entry entry) {
    return Stream.of(
        client("JAX-RS client, async()", entry, "jaxrs-client-async"),
        client("JAX-RS client, rx()", entry, "jaxrs-client-rx").spans("continuation"),
        client("REST Client that returns a CompletionStage", entry, "rest-client-stage")
            .spans("continuation")
            .inTraceOfRequest());
  }

  private static Row client(String name, Entry entry, String action) {
    return row(name, entry, action)
        .in(Group.ASYNC_CLIENT)
        .answers("hello from upstream")
        .spans("asking")
        .clientSpan()
        .inTraceOfRequest()
        .onFreshThreads()
        .waits();
  }

  private static Row afterResponse(Entry entry) {
    Row row = row("task that goes on after the response", entry, "after-response");
    return worked(row).in(Group.AFTERWARDS).answers("see you later").worksOnAfterwards();
  }

  /** A row whose request starts {@link #worked the usual task}, and waits for it. */
  static Row task(String name, Entry entry, String action) {
    return worked(row(name, entry, action)).onOtherThread();
  }

  /** The task of every row, with the user of the request and in its trace. */
  static Row worked(Row row) {
    return row.answers("hello").spans("asking", "task", "greet", "find-phrase").inTraceOfRequest();
  }

  static Row row(String name, Entry entry, String action) {
    return entry == JAX_RS
        ? Row.of(name, JAX_RS, "rest/{zone}/do/" + action)
        : Row.of(name + ", in a servlet", SERVLET, "servlet/{zone}/do/" + action);
  }
}
