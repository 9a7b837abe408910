package dev.usercontext.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Asserts whose the spans of a request are, once they all have come.
 *
 * <p>All have come when there is a span that is a direct child of what the test has sent, no span
 * has a parent that has not come, all names said by {@link #including} are there, and then nothing
 * more came for a short while. So work that begins late, after the answer, wants its name said. The
 * spans are those of the trace: what the application cuts off from it is not looked at, and a
 * server that does not go on with the trace of the header (WildFly does not for plain servlets) has
 * none to look at, which fails.
 */
public final class RequestSpans {

  private final SpanLog.Window window;
  private final TracedRequest request;
  private Set<String> names = Set.of();
  private Duration atMost = Duration.ofSeconds(10);
  private Duration quiet = Duration.ofMillis(250);

  RequestSpans(SpanLog log, TracedRequest request) {
    this.window = log.openOnAll(span -> span.traceId().equals(request.traceId()));
    this.request = request;
  }

  /** Waits for spans of these names, too. */
  public RequestSpans including(String... expected) {
    names = Set.of(expected);
    return this;
  }

  /** Fails if they have not all come by then; unless said, 10 seconds. */
  public RequestSpans within(Duration deadline) {
    atMost = deadline;
    return this;
  }

  /** How long nothing more may come; unless said, 250 milliseconds. */
  public RequestSpans quietFor(Duration duration) {
    quiet = duration;
    return this;
  }

  /** Each has this user id; email and attributes may be any. */
  public void belongsTo(String userId) {
    satisfies(Expectation.user(userId));
  }

  /** Each has this id, email and attributes, and no others. */
  public void belongsTo(SpanUser user) {
    satisfies(Expectation.user(user));
  }

  /** None has a user. */
  public void belongsToNobody() {
    satisfies(Expectation.nobody());
  }

  /** Each is as expected. */
  public void satisfies(Expectation expectation) {
    List<ReceivedSpan> spans = awaitAll();
    List<String> offenders = new ArrayList<>();
    boolean wrong = false;
    for (ReceivedSpan span : spans) {
      Judgement judgement = expectation.judge(span);
      if (!judgement.isRight()) {
        wrong |= judgement.outcome() == Judgement.Outcome.WRONG;
        offenders.add("  " + judgement.describe(span));
      }
    }
    if (!offenders.isEmpty()) {
      throw new AssertionError(
          "%d of %d spans of the request are not right:%n%s%n%s"
              .formatted(
                  offenders.size(),
                  spans.size(),
                  String.join(System.lineSeparator(), offenders),
                  likely(wrong, offenders.size() == spans.size())));
    }
  }

  /** Waits for them, and returns them in their order of arrival. */
  public List<ReceivedSpan> awaitAll() {
    boolean complete = window.awaitQuiet(spans -> lacking(spans).isEmpty(), quiet, atMost);
    List<ReceivedSpan> spans = window.spans();
    if (!complete) {
      List<String> lacking = lacking(spans);
      throw new AssertionError(
          "after %s the spans of trace %s are not complete: %s; there are %s"
              .formatted(
                  atMost,
                  request.traceId(),
                  lacking.isEmpty() ? "there come ever more" : String.join(", ", lacking),
                  spans.stream().map(span -> span.kind() + " " + span.name()).toList()));
    }
    return spans;
  }

  /** What is still to come. */
  private List<String> lacking(List<ReceivedSpan> spans) {
    List<String> lacking = new ArrayList<>();
    if (spans.isEmpty()) {
      lacking.add("none came (was the header sent, and does the server go on with its trace?)");
    } else if (spans.stream().noneMatch(span -> span.parentSpanId().equals(request.spanId()))) {
      lacking.add("the span that the request began with is missing");
    }
    Set<String> ids = spans.stream().map(ReceivedSpan::spanId).collect(Collectors.toSet());
    Predicate<ReceivedSpan> orphan =
        span -> !ids.contains(span.parentSpanId()) && !span.parentSpanId().equals(request.spanId());
    spans.stream().filter(orphan).forEach(span -> lacking.add("the parent of " + span.name()));
    Set<String> found = spans.stream().map(ReceivedSpan::name).collect(Collectors.toSet());
    names.stream()
        .filter(name -> !found.contains(name))
        .sorted()
        .forEach(name -> lacking.add(name + " is missing"));
    return lacking;
  }

  private static String likely(boolean wrong, boolean all) {
    if (wrong) {
      return "A WRONG user is a leak: likely the user of another request that this thread served"
          + " before, or a scope that was left open.";
    }
    return all
        ? "No span has a user: likely the request was not authenticated, or the library is not in"
            + " this deployment."
        : "A span without its user: likely work on a thread that does not carry the context; wrap"
            + " its executor.";
  }
}
