package dev.usercontext.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.store.AttributeCondition;
import dev.usercontext.dashboard.store.AttributeCondition.Operator;
import dev.usercontext.dashboard.store.NumberRange;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.TimeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryLanguageTest {

  private static SpanFilter ask(String query) {
    SpanFilter.Builder filter = SpanFilter.builder(TimeRange.ALL);
    new QueryLanguage(key -> key.equals("plan") ? "user_attrs.plan" : key).apply(query, filter);
    return filter.build();
  }

  private static AttributeCondition condition(String query) {
    assertThat(ask(query).attributes()).hasSize(1);
    return ask(query).attributes().get(0);
  }

  @Test
  void wordsAndConditionsTogether() {
    SpanFilter filter = ask("timeout user_id:u-42 plan:pro cost>0.01 status:error  retry");

    assertThat(filter.text()).isEqualTo("timeout retry");
    assertThat(filter.user()).isEqualTo("u-42");
    assertThat(filter.attributes())
        .containsExactly(AttributeCondition.equalTo("user_attrs.plan", "pro"));
    assertThat(filter.costNanoUsd()).isEqualTo(new NumberRange(10_000_001L, null));
    assertThat(filter.status()).isEqualTo(SpanStatus.ERROR);
  }

  @Test
  void quotesHoldTogether() {
    assertThat(ask("model:\"my model\"").model()).isEqualTo("my model");
    assertThat(ask("\"rate limit\" now").text())
        .as("one word, as ada@example.com is")
        .isEqualTo("rate-limit now");
    assertThat(condition("note:\"say \\\"hi\\\" \\\\\"").value()).isEqualTo("say \"hi\" \\");
    assertThat(condition("url:http://a/b?c=d").value()).isEqualTo("http://a/b?c=d");
  }

  @Test
  void operators() {
    assertThat(condition("http.status>=500"))
        .isEqualTo(new AttributeCondition("http.status", Operator.GREATER_OR_EQUAL, "500"));
    assertThat(condition("a<1").operator()).isEqualTo(Operator.LESS);
    assertThat(condition("a<=1").operator()).isEqualTo(Operator.LESS_OR_EQUAL);
    assertThat(condition("a>1").operator()).isEqualTo(Operator.GREATER);
    assertThat(condition("-a:b").operator()).isEqualTo(Operator.NOT_EQUALS);
    assertThat(condition("a!=b").operator()).isEqualTo(Operator.NOT_EQUALS);
    assertThat(condition("a:*").operator()).isEqualTo(Operator.EXISTS);
    assertThat(condition("-a:*").operator()).isEqualTo(Operator.MISSING);
    assertThat(condition("a!=*").operator()).isEqualTo(Operator.MISSING);
    assertThat(condition("a:\"*\"")).isEqualTo(AttributeCondition.equalTo("a", "*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "user_id", "user.id"})
  void anybodyAndNobody(String key) {
    assertThat(ask(key + ":ada").user()).isEqualTo("ada");
    assertThat(ask(key + ":*").withUser()).isTrue();
    assertThat(ask("-" + key + ":*").withUser()).isFalse();
    assertThat(condition("-" + key + ":ada"))
        .isEqualTo(new AttributeCondition("user_id", Operator.NOT_EQUALS, "ada"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"user_id", "model", "agent", "tool", "service", "environment", "name"})
  void twoValuesOfOneKeyHaveToHoldBoth(String key) {
    assertThat(condition(key + ":a " + key + ":b " + key + ":a"))
        .isEqualTo(AttributeCondition.equalTo(key, "b"));
    assertThat(ask(key + ":a " + key + ":b")).isNotEqualTo(ask(key + ":b"));
  }

  @Test
  void somebodyWithoutEmailIsNotNobody() {
    assertThat(ask("-email:*").withUser()).isNull();
    assertThat(condition("-email:*"))
        .isEqualTo(new AttributeCondition("user_email", Operator.MISSING, "*"));
    assertThat(condition("-user_attrs.plan:*").key()).isEqualTo("user_attrs.plan");
  }

  @Test
  void whatEverySpanHasIsComparedAsWhatItIs() {
    assertThat(condition("-env:prod"))
        .isEqualTo(new AttributeCondition("environment", Operator.NOT_EQUALS, "prod"));
    assertThat(condition("service.name!=chat"))
        .isEqualTo(new AttributeCondition("service", Operator.NOT_EQUALS, "chat"));
    assertThat(condition("-model:gpt-4o").key()).isEqualTo("model");
    assertThat(condition("agent:*").operator()).isEqualTo(Operator.EXISTS);
    assertThat(condition("email:a@b").key()).isEqualTo("user_email");
  }

  @Test
  void costsAndTimesHaveUnits() {
    assertThat(ask("cost>=0.5 cost<=2").costNanoUsd())
        .isEqualTo(new NumberRange(500_000_000L, 2_000_000_000L));
    assertThat(ask("cost:unknown").costUnknown()).isTrue();
    assertThat(ask("latency>1.5s latency<=2m").durationNanos())
        .isEqualTo(new NumberRange(1_500_000_001L, 120_000_000_000L));
    assertThat(ask("duration>=250").durationNanos().min()).isEqualTo(250_000_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"open",
        "a:",
        "cost>cheap",
        "latency>soon",
        "status:green",
        "status:ok status:error",
        "kind:server kind:client",
        "user_id:* -user_id:*",
        "a>b",
        "-status:ok",
        "status:*",
        "model>1",
        "cost!=1",
        "llm:maybe",
        "-a>1",
        "a>*"
      })
  void whatMakesNoSenseIsSaid(String query) {
    assertThatThrownBy(() -> ask(query)).isInstanceOf(InvalidQueryException.class);
  }

  @Test
  void aQueryOfManyPartsIsRefusedAsIsALongOne() {
    assertThatThrownBy(() -> ask("a:b ".repeat(41))).hasMessageContaining("40");
    assertThat(ask("x".repeat(4_000)).text()).hasSize(4_000);
    for (int length : new int[] {3_999, 100_001}) {
      assertThatThrownBy(() -> ask("\"" + "\\".repeat(length)))
          .isInstanceOf(InvalidQueryException.class);
    }
  }
}
