package dev.usercontext.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.dashboard.store.AttributeCondition;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.TimeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AttributeQueryTest {
  @Test
  void asksForTheValueAsItIs() {
    SpanFilter.Builder filter = SpanFilter.builder(TimeRange.ALL);

    new QueryLanguage(key -> key)
        .apply(String.valueOf(AttributeQuery.equalTo("app.note", "a \"b\" \\ c")), filter);

    assertThat(filter.build().attributes())
        .containsExactly(AttributeCondition.equalTo("app.note", "a \"b\" \\ c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"status", "kind", "llm", "duration", "latency", "cost", "name", "email", "model"})
  void thereIsNoneForANameThatMeansSomethingElse(String name) {
    assertThat(AttributeQuery.equalTo(name, "12")).isNull();
    assertThat(AttributeQuery.present(name)).isNull();
  }

  @Test
  void thereIsNoneForANameThatIsNoKey() {
    assertThat(AttributeQuery.equalTo("user_attrs.my plan", "pro")).isNull();
  }

  @Test
  void theUserIsWhoTheAttributeSays() {
    assertThat(AttributeQuery.equalTo("user_id", "ada")).isEqualTo("user_id:\"ada\"");
  }
}
