package dev.usercontext.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
    if (row.hasServerSpan() && facts.makesServerSpan(row.entry())) {
      expected.add(new ExpectedSpan(ExpectedSpan.SERVER, row.serverSpanUser()));
    }
  }

  boolean isComplete(List<ReceivedSpan> spans, int times) {
    return expected.stream().allMatch(one -> spans.stream().filter(one::matches).count() >= times);
  }

  void verifyAnswer(Answer answer) {
    assertThat(answer.status()).as("status, with body %s", answer.body()).isEqualTo(row.status());
    assertThat(answer.body()).contains(row.body(caller));
  }

  /** That there are the spans of this row, {@code times} over, and no server span but its own. */
  void verifyPresence(List<ReceivedSpan> spans, int times) {
    SoftAssertions.assertSoftly(
        soft -> {
          for (ExpectedSpan one : expected) {
            soft.assertThat(spans.stream().filter(one::matches))
                .as("spans %s of %s", one.label(), row)
                .hasSize(times);
          }
          soft.assertThat(spans.stream().filter(ReceivedSpan::isServer))
              .as("server spans of %s", row)
              .hasSize(expected.stream().anyMatch(ExpectedSpan::isServer) ? times : 0);
        });
  }

  /** That every one of the spans has the user it must have. */
  void verifyUsers(List<ReceivedSpan> spans) {
    SoftAssertions.assertSoftly(
        soft -> {
          for (ReceivedSpan span : spans) {
            soft.assertThat(span.userAttributes())
                .as("user of span %s in %s by %s", span.name(), row, caller)
                .isEqualTo(userOf(span).attributes());
          }
        });
  }

  private ExpectedUser userOf(ReceivedSpan span) {
    return expected.stream()
        .filter(one -> one.matches(span))
        .findFirst()
        .map(one -> one.user().apply(row.user(caller)))
        .orElse(row.user(caller));
  }
}
