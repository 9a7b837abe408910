package dev.usercontext.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is configured of logs and baggage. */
class CarriedConfigTest {

  @Test
  void nothingIsToldAndNothingBelievedByDefault() {
    UserContextConfig config = read(Map.of());
    assertThat(config.logs()).isEmpty();
    assertThat(config.baggage().send()).isFalse();
    assertThat(config.baggage().trust()).isFalse();
    assertThat(config.baggage().key()).isEqualTo("user.id");
  }

  @Test
  void oneLogOrBoth() {
    assertThat(read(Map.of("usercontext.logs", "mdc")).logs()).containsExactly(LogOutput.MDC);
    assertThat(read(Map.of("usercontext.logs", "otel, mdc")).logs())
        .containsExactlyInAnyOrder(LogOutput.OTEL, LogOutput.MDC);
  }

  @Test
  void toSendNeedsTheHosts() {
    assertThatThrownBy(() -> read(Map.of("usercontext.baggage.send", "id")))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContainingAll("UC0102", "usercontext.baggage.hosts", "* for all");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "usercontext.logs         | slf4j     | otel, mdc",
        "usercontext.logs         | otel,none | otel, mdc",
        "usercontext.baggage.send | email     | id or none",
        "usercontext.baggage.trust | yes      | true or false",
        "usercontext.baggage.user-id | a b    | token",
        "usercontext.baggage.user-id | a=b    | token",
        "usercontext.baggage.hosts | http://a | names of hosts"
      })
  void whatCannotBeUsedIsRefusedByName(String key, String value, String rule) {
    assertThatThrownBy(() -> read(Map.of(key, value)))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContainingAll("UC0102", key, rule);
  }

  private static UserContextConfig read(Map<String, String> entries) {
    Properties properties = new Properties();
    properties.putAll(entries);
    return UserContextConfig.read(Settings.ofSystem(properties, Map.of()));
  }
}
