package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.RuntimeFacts;
import java.util.function.UnaryOperator;

/** What Open Liberty carries to other threads, and what it does not. */
final class LibertyThreads {

  private static final String DEFAULT_EXECUTOR =
      "its default executors carry neither the OpenTelemetry Context nor what a library adds";
  private static final String SECURITY =
      "it carries the caller there, but not the OpenTelemetry Context";
  private static final String TIMER =
      "it calls back on a timer, which has the caller, but not the OpenTelemetry Context";

  private static final String FALLBACK =
      "a fallback method is called outside of all interceptors, where the server has the caller, but"
          + " not the OpenTelemetry Context";

  private static final String RACE =
      "what is chained runs where it is chained if the answer is there already, else on a thread of"
          + " the server's executor, which has the caller, but not the OpenTelemetry Context";

  private static final String[] TASK = {
    "task", "greet", "find-phrase", "continuation", "event-1", "event-2", "event-3"
  };

  private LibertyThreads() {}

  static RuntimeFacts of(RuntimeFacts facts) {
    inBoth(facts, "task that goes on after the response", SECURITY, LibertyThreads::inOtherTrace);
    inBoth(facts, "ManagedExecutorService", SECURITY, LibertyThreads::inOtherTrace);
    inBoth(facts, "ManagedScheduledExecutorService", SECURITY, LibertyThreads::inOtherTrace);
    inBoth(facts, "thread of a ManagedThreadFactory", DEFAULT_EXECUTOR, LibertyThreads::alone);
    inBoth(
        facts,
        "thread of an injected ManagedThreadFactory",
        DEFAULT_EXECUTOR,
        LibertyThreads::alone);
    inBoth(facts, "ManagedExecutorService, in stages", SECURITY, LibertyThreads::inOtherTrace);
    inBoth(facts, "task of a ContextService", SECURITY, LibertyThreads::inOtherTrace);
    inBoth(facts, "fireAsync of CDI", SECURITY, LibertyThreads::inOtherTrace);
    inBoth(facts, "fireAsync of CDI on a managed executor", SECURITY, LibertyThreads::inOtherTrace);
    inBoth(facts, "managed task in a scope", DEFAULT_EXECUTOR, LibertyThreads::alone);
    inBoth(facts, "managed task that outlives its scope", DEFAULT_EXECUTOR, LibertyThreads::alone);
    inBoth(facts, "scope in a managed task", DEFAULT_EXECUTOR, LibertyThreads::inOtherTrace);
    inBoth(
        facts,
        "@Asynchronous @Fallback of Fault Tolerance",
        FALLBACK,
        LibertyThreads::inOtherTrace);
    inBoth(
        facts,
        "JAX-RS client, rx()",
        RACE,
        row -> row.inEitherTrace("continuation").knownByThread("continuation"));
    return facts
        .differs("CompletionStage", SECURITY, LibertyThreads::inOtherTrace)
        .differs("AsyncResponse", SECURITY, LibertyThreads::inOtherTrace)
        .differs(
            "AsyncResponse, timed out",
            TIMER,
            row -> row.inOtherTrace("on-timeout").knownByThread("on-timeout"))
        .differs("server-sent events", SECURITY, LibertyThreads::inOtherTrace)
        .differs("async servlet on a managed executor", SECURITY, LibertyThreads::inOtherTrace)
        .differs(
            "async servlet that a managed thread dispatches",
            SECURITY,
            LibertyThreads::inOtherTrace)
        .differs("AsyncListener, completed", SECURITY, LibertyThreads::inOtherTrace)
        .differs("AsyncListener, failed", SECURITY, LibertyThreads::inOtherTrace)
        .differs(
            "AsyncListener, timed out",
            "it answers an error, whatever the listener has written",
            row -> row.answers(500).answers("SRVE8025E"))
        .differs("ReadListener", SECURITY, LibertyThreads::inOtherTrace)
        .differs("WriteListener", SECURITY, LibertyThreads::inOtherTrace);
  }

  private static void inBoth(
      RuntimeFacts facts, String row, String reason, UnaryOperator<Row> change) {
    facts.differs(row, reason, change).differs(row + ", in a servlet", reason, change);
  }

  private static Row alone(Row row) {
    return inOtherTrace(row).withoutUsersOn(TASK);
  }

  private static Row inOtherTrace(Row row) {
    return row.inOtherTrace(TASK).knownByThread(TASK);
  }
}
