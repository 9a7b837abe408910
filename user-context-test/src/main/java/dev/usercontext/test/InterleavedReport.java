package dev.usercontext.test;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of {@link InterleavedRequests}: each span, compared with whose it must be. */
public final class InterleavedReport {

  private static final int SHOWN = 20;

  private static final String NO_SPAN_HINT =
      "Likely the requests failed, were sent without the header "
          + TracedRequest.HEADER
          + ", or the server does not go on with its trace; or their spans came too late: let them"
          + " be sent soon, with otel.bsp.schedule.delay=50, on Quarkus"
          + " quarkus.otel.bsp.schedule.delay=50ms.";

  private final String title;
  private final Map<String, Integer> nobody = new TreeMap<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<String> unknownWithUser = new ArrayList<>();
  private final List<String> failures;
  private final Collection<SentRequest> requests;
  private final String notQuiet;
  private final RequestTimes times;
  private int spans;
  private int attributed;
  private int unknown;
  private int elsewhere;

  /**
   * @param notQuiet says that spans were still coming; empty if none were
   */
  InterleavedReport(
      String title, List<String> failures, Collection<SentRequest> requests, String notQuiet) {
    this.title = title;
    this.failures = failures;
    this.requests = requests;
    this.notQuiet = notQuiet;
    this.times = new RequestTimes(requests);
  }

  /**
   * @param request the one it is of, or null if that is not known
   * @param ofTrace the one that began its trace, or null if none did
   */
  void add(ReceivedSpan span, SentRequest request, SentRequest ofTrace) {
    spans++;
    if (request == null) {
      addUnknown(span);
      return;
    }
    Judgement judgement = request.see(span);
    switch (judgement.outcome()) {
      case ATTRIBUTED -> attributed++;
      case RIGHTLY_NOBODY -> nobody.merge(judgement.reason(), 1, Integer::sum);
      case MISSING -> missing.add(judgement.describe(span) + in(request, ofTrace));
      case WRONG -> wrong.add(judgement.describe(span) + in(request, ofTrace));
    }
  }

  /** A span that names one request in the trace of another may be right, and its name wrong. */
  private static String in(SentRequest request, SentRequest ofTrace) {
    return ofTrace == null || ofTrace == request
        ? " in " + request.what()
        : " in %s, in the trace of %s".formatted(request.what(), ofTrace.what());
  }

  private void addUnknown(ReceivedSpan span) {
    SpanUser user = SpanUser.of(span);
    if (user.equals(SpanUser.NOBODY)) {
      unknown++;
    } else if (times.place(span)) {
      elsewhere++;
    } else {
      unknown++;
      unknownWithUser.add(
          "%s %s: %s (trace %s)".formatted(span.kind(), span.name(), user, span.traceId()));
    }
  }

  /** All that arrived. */
  public int spans() {
    return spans;
  }

  /** Those with the user that they must have. */
  public int attributed() {
    return attributed;
  }

  /** Those that name no request, but whose user had one under way that makes such spans. */
  public int attributedElsewhere() {
    return elsewhere;
  }

  /** Those that rightly have no user, by the reason. */
  public Map<String, Integer> rightlyNobody() {
    return Map.copyOf(nobody);
  }

  /** Those that have no user, but must have one. */
  public int missing() {
    return missing.size();
  }

  /** Those with a user that they must not have. */
  public int wrong() {
    return wrong.size();
  }

  /** Those of which nothing says what request they are of: they were not compared. */
  public int unknown() {
    return unknown;
  }

  /** Requests of which no span is known. */
  public int requestsWithoutSpan() {
    return (int) requests.stream().filter(request -> !request.isSeen()).count();
  }

  public InterleavedReport printTo(PrintStream out) {
    out.println(this);
    return this;
  }

  /**
   * Fails if a span has a user that it must not have, or if there is no span to prove that: none
   * with the right user, or none of a user of {@link InterleavedRequests#as} or {@link
   * InterleavedRequests#asNobody} who sent requests. Where spans were still coming when it was
   * given up to wait for them, each request of those must have one.
   */
  public InterleavedReport requireNoWrongUser() {
    if (attributed == 0) {
      throw new AssertionError("no span has the right user, so nothing is proved:\n" + this);
    }
    require(wrong, "spans with the WRONG user");
    requireNamedUsersSeen();
    return this;
  }

  private void requireNamedUsersSeen() {
    List<String> unseen = new ArrayList<>();
    requests.stream()
        .filter(SentRequest::isOfNamedUser)
        .collect(Collectors.groupingBy(SentRequest::what, TreeMap::new, Collectors.toList()))
        .forEach((what, sent) -> addUnseen(unseen, what, sent));
    if (!unseen.isEmpty()) {
      throw new AssertionError("%s%n%s%nof:%n%s".formatted(first(unseen), NO_SPAN_HINT, this));
    }
  }

  private void addUnseen(List<String> unseen, String what, List<SentRequest> sent) {
    long without = sent.stream().filter(request -> !request.isSeen()).count();
    if (without == sent.size()) {
      unseen.add("no span of a %s was seen, of %d that were sent".formatted(what, without));
    } else if (without > 0 && !notQuiet.isEmpty()) {
      unseen.add(
          "%s: %d of %d have no span, and spans were still coming"
              .formatted(what, without, sent.size()));
    }
  }

  /** Fails if a span has not the user that it must have, be it another one or none. */
  public InterleavedReport requireEveryUser() {
    requireNoWrongUser();
    require(missing, "spans without their user");
    return this;
  }

  /** Fails if a span has a user, and nothing says what request it is of. */
  public InterleavedReport requireEveryRequestKnown() {
    require(unknownWithUser, "spans with a user of no known request");
    return this;
  }

  /** Fails if sending a request failed. */
  public InterleavedReport requireEveryAnswer() {
    require(failures, "requests that failed");
    return this;
  }

  private void require(List<String> none, String what) {
    if (!none.isEmpty()) {
      throw new AssertionError(
          "%d %s, the first of them:%n%s%nof:%n%s".formatted(none.size(), what, first(none), this));
    }
  }

  private static String first(List<String> offenders) {
    return String.join(
        System.lineSeparator(), offenders.subList(0, Math.min(SHOWN, offenders.size())));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(title);
    if (!notQuiet.isEmpty()) {
      text.append("%n%s".formatted(notQuiet));
    }
    line(text, spans, "spans");
    line(text, attributed, "attributed");
    line(text, elsewhere, "attributed: to one who had such a request under way");
    nobody.forEach((reason, count) -> line(text, count, "unattributed: " + reason));
    line(text, missing.size(), "unattributed: unexpected");
    line(text, unknown, "of no known request; with a user: " + unknownWithUser.size());
    line(text, requestsWithoutSpan(), "requests without a span");
    line(text, wrong.size(), "WRONG");
    return text.toString();
  }

  private static void line(StringBuilder text, int count, String what) {
    text.append("%n%9d  %s".formatted(count, what));
  }
}
