package dev.usercontext.it.contract;

import dev.usercontext.it.contract.ExpectedSpan.Trace;
import dev.usercontext.test.Judgement;
import dev.usercontext.test.ReceivedSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;

/** One row with one caller: which spans there must be, and whose they must be. */
final class Cell {

  private final Row row;
  private final Caller caller;
  private final List<ExpectedSpan> expected;

  Cell(Row row, Caller caller, RuntimeFacts facts) {
    this.row = row;
    this.caller = caller;
    this.expected = new ArrayList<>(row.spans());
    if (row.hasServerSpan()) {
      for (String beginning : facts.serverSpansOf(row.entry())) {
        expected.add(ExpectedSpan.server(beginning, row.serverSpanUser()));
      }
    }
  }

  boolean isComplete(List<ReceivedSpan> spans, int times) {
    return expected.stream().allMatch(one -> spans.stream().filter(one::matches).count() >= times);
  }

  /** That each answer is right, and every span of them is there and has the user it must have. */
  void verify(List<Answer> answers, List<ReceivedSpan> spans) {
    SoftAssertions.assertSoftly(
        soft -> {
          answers.forEach(answer -> verifyAnswer(answer, soft));
          spans.forEach(span -> verifyUser(span, soft));
          verifyPresence(spans, answers.size(), soft);
          verifyTraces(spans, soft);
          if (row.isOnOtherThread() && answers.size() == 1) {
            soft.assertThat(threads("task", spans))
                .as("threads of the task of %s by %s", row, caller)
                .doesNotContainAnyElementsOf(threads(ExpectedSpan.ASKING, spans));
          }
        });
  }

  /** Whether a span has the user that it must have, where it need not be one that must be there. */
  Judgement judge(ReceivedSpan span) {
    Map<String, Object> must = userOf(span).attributes();
    Map<String, Object> found = span.userAttributes();
    if (isUnsure(span) && found.equals(row.user(caller).attributes())) {
      return found.isEmpty() ? Judgement.rightlyNobody(whyNobody()) : Judgement.ATTRIBUTED;
    }
    if (!found.equals(must)) {
      return found.isEmpty()
          ? Judgement.missing(must.toString())
          : Judgement.wrong(must.toString(), found.toString());
    }
    return must.isEmpty() ? Judgement.rightlyNobody(whyNobody()) : Judgement.ATTRIBUTED;
  }

  private List<Map<String, Object>> mayHave(ReceivedSpan span) {
    Map<String, Object> asARule = userOf(span).attributes();
    return isUnsure(span) ? List.of(asARule, row.user(caller).attributes()) : List.of(asARule);
  }

  /** Whether chance says which trace it is in. */
  boolean isInEitherTrace(ReceivedSpan span) {
    return expected.stream().anyMatch(one -> one.isIn(Trace.EITHER) && one.matches(span));
  }

  /** Whether chance says which of two users it has. */
  boolean isUnsure(ReceivedSpan span) {
    return expected.stream().anyMatch(one -> one.unsure() && one.matches(span));
  }

  boolean isAfterLeaving(ReceivedSpan span) {
    return row.isAfterLeaving(span);
  }

  boolean isOfMessage(ReceivedSpan span) {
    return row.isOfMessage(span);
  }

  boolean isConversation() {
    return row.entry() == Entry.WEB_SOCKET;
  }

  /** Whether only the identity of its thread says whose it is. */
  boolean isKnownByThread(ReceivedSpan span) {
    return row.isKnownByThread(span);
  }

  /** Whether it must make a span of this name. */
  boolean makes(ReceivedSpan span) {
    return expected.stream().anyMatch(one -> one.matches(span));
  }

  private String whyNobody() {
    if (caller.isAnonymous()) {
      return "nobody sent it";
    }
    return row.user(caller).isNobody() ? "its password was wrong" : "in the row " + row;
  }

  private void verifyAnswer(Answer answer, SoftAssertions soft) {
    soft.assertThat(answer.status())
        .as("status of %s by %s, with body %s", row, caller, answer.body())
        .isEqualTo(row.status());
    soft.assertThat(answer.body()).contains(row.body(caller));
  }

  private void verifyUser(ReceivedSpan span, SoftAssertions soft) {
    soft.assertThat(span.userAttributes())
        .as("user of span %s in %s by %s", span.name(), row, caller)
        .isIn(mayHave(span));
  }

  /** That there are the spans of this row, {@code times} over, and no server span but its own. */
  private void verifyPresence(List<ReceivedSpan> spans, int times, SoftAssertions soft) {
    for (ExpectedSpan one : expected) {
      soft.assertThat(spans.stream().filter(one::matches))
          .as("spans %s of %s by %s", one.label(), row, caller)
          .hasSize(times);
    }
    soft.assertThat(spans.stream().filter(ReceivedSpan::isServer))
        .as("server spans of %s by %s", row, caller)
        .hasSize((int) expected.stream().filter(ExpectedSpan::isServer).count() * times);
  }

  /** That what belongs to the trace of a request is there, once for each of its requests. */
  private void verifyTraces(List<ReceivedSpan> spans, SoftAssertions soft) {
    List<String> traces =
        spans.stream()
            .filter(span -> span.name().equals(ExpectedSpan.ASKING))
            .map(ReceivedSpan::traceId)
            .sorted()
            .toList();
    for (ExpectedSpan one : expected) {
      List<String> actual =
          spans.stream().filter(one::matches).map(ReceivedSpan::traceId).sorted().toList();
      if (one.isIn(Trace.OF_REQUEST)) {
        soft.assertThat(actual)
            .as("traces of spans %s of %s by %s", one.label(), row, caller)
            .isEqualTo(traces);
      } else if (one.isIn(Trace.OTHER)) {
        soft.assertThat(actual)
            .as("traces of spans %s of %s by %s", one.label(), row, caller)
            .doesNotContainAnyElementsOf(traces);
      }
    }
  }

  private static List<Object> threads(String name, List<ReceivedSpan> spans) {
    return spans.stream()
        .filter(span -> span.name().equals(name))
        .map(span -> span.attributes().get("thread.name"))
        .toList();
  }

  private ExpectedUser userOf(ReceivedSpan span) {
    return expected.stream()
        .filter(one -> one.matches(span))
        .findFirst()
        .map(one -> one.user().apply(row.user(caller)))
        .orElse(row.user(caller));
  }
}
