package dev.usercontext.it.quarkus;

import static dev.usercontext.it.contract.Entry.JAX_RS;

import dev.usercontext.it.contract.ExpectedUser;
import dev.usercontext.it.contract.Group;
import dev.usercontext.it.contract.Row;
import java.util.List;

/** The rows of work on other threads that only Quarkus has. */
public final class QuarkusAsyncRows {

  private static final String[] TASK = {"asking", "task", "greet", "find-phrase"};

  private QuarkusAsyncRows() {}

  /** With the API. */
  public static List<Row> scoped() {
    return List.of(
        Row.of(
                "injected ExecutorService, begins after its scope",
                JAX_RS,
                "rest/{zone}/do/injected-plain-after-scope")
            .in(Group.SCOPED_TASK)
            .answers("hello")
            .spans(TASK)
            .usersOn(ExpectedUser.id("ada"), "task", "greet", "find-phrase")
            .inTraceOfRequest()
            .waits());
  }

  public static List<Row> all() {
    return List.of(
        Row.of("injected ManagedExecutor", JAX_RS, "rest/{zone}/do/injected-submit")
            .in(Group.CONTEXT_PROPAGATION)
            .answers("hello")
            .spans(TASK)
            .inTraceOfRequest()
            .waits(),
        Row.of("injected ExecutorService", JAX_RS, "rest/{zone}/do/injected-plain-submit")
            .in(Group.CONTEXT_PROPAGATION)
            .answers("hello")
            .spans(TASK)
            .inTraceOfRequest()
            .waits(),
        later("injected ExecutorService, goes on after the response", "injected-plain-goes-on")
            .worksOnAfterwards(),
        later(
            "injected ExecutorService, begins after the response", "injected-plain-after-response"),
        later("in the context of before the login, after the response", "context-of-before")
            .in(Group.WRAPPED_THREAD)
            .onFreshThreads()
            .worksOnAfterwards(),
        Row.of("injected ScheduledExecutorService", JAX_RS, "rest/{zone}/do/injected-schedule")
            .in(Group.CONTEXT_PROPAGATION)
            .answers("hello")
            .spans(TASK)
            .inTraceOfRequest()
            .waits(),
        Row.of("Uni", JAX_RS, "rest/{zone}/reactive/uni")
            .in(Group.REACTIVE)
            .answers("hello")
            .spans(TASK)
            .spans("continuation")
            .inTraceOfRequest(),
        Row.of("Uni on an executor", JAX_RS, "rest/{zone}/reactive/uni-on-executor")
            .in(Group.REACTIVE)
            .answers("hello")
            .spans(TASK)
            .spans("continuation")
            .inTraceOfRequest(),
        Row.of("Multi as server-sent events", JAX_RS, "rest/{zone}/reactive/multi")
            .in(Group.REACTIVE)
            .answers("event 3")
            .spans("asking", "event-1", "event-2", "event-3")
            .inTraceOfRequest(),
        Row.of("work after the last server-sent event", JAX_RS, "rest/{zone}/answered-events")
            .in(Group.RESULT)
            .answers("that was all")
            .spans("asking")
            .spans(TASK)
            .worksOnAfterwards(),
        Row.of("REST Client that returns a Uni", JAX_RS, "rest/{zone}/do/rest-client-uni")
            .in(Group.ASYNC_CLIENT)
            .answers("hello from upstream")
            .clientSpan()
            .spans("asking", "continuation")
            .inTraceOfRequest());
  }

  private static Row later(String name, String action) {
    return Row.of(name, JAX_RS, "rest/{zone}/do/" + action)
        .in(Group.CONTEXT_PROPAGATION)
        .answers("see you later")
        .spans(TASK)
        .inTraceOfRequest();
  }
}
