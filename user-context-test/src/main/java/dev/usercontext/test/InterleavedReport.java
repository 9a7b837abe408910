package dev.usercontext.test;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of {@link InterleavedRequests}: each span, compared with whose it must be. */
public final class InterleavedReport {

  private static final int SHOWN = 20;

  private final String title;
  private final Map<String, Integer> nobody = new TreeMap<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private int spans;
  private int attributed;
  private int unknown;

  InterleavedReport(String title) {
    this.title = title;
  }

  /**
   * @param step the request it is of, or null if that is not known
   */
  void add(ReceivedSpan span, InterleavedRequests.Step step) {
    spans++;
    if (step == null) {
      unknown++;
      return;
    }
    Judgement judgement = step.expectation().judge(span);
    switch (judgement.outcome()) {
      case ATTRIBUTED -> attributed++;
      case RIGHTLY_NOBODY -> nobody.merge(judgement.reason(), 1, Integer::sum);
      case MISSING -> missing.add(judgement.describe(span) + " in " + step.what());
      case WRONG -> wrong.add(judgement.describe(span) + " in " + step.what());
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

  public InterleavedReport printTo(PrintStream out) {
    out.println(this);
    return this;
  }

  /** Fails if a span has a user that it must not have, or if there is no span to prove that. */
  public InterleavedReport requireNoWrongUser() {
    if (attributed == 0) {
      throw new AssertionError("no span has the right user, so nothing is proved:\n" + this);
    }
    require(wrong, "spans with the WRONG user");
    return this;
  }

  /** Fails if a span has not the user that it must have, be it another one or none. */
  public InterleavedReport requireEveryUser() {
    requireNoWrongUser();
    require(missing, "spans without their user");
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
    line(text, spans, "spans");
    line(text, attributed, "attributed");
    nobody.forEach((reason, count) -> line(text, count, "unattributed: " + reason));
    line(text, missing.size(), "unattributed: unexpected");
    line(text, unknown, "of no known request, not compared");
    line(text, wrong.size(), "WRONG");
    return text.toString();
  }

  private static void line(StringBuilder text, int count, String what) {
    text.append("%n%9d  %s".formatted(count, what));
  }
}
