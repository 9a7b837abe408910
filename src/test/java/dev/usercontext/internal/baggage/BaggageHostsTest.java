package dev.usercontext.internal.baggage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaggageHostsTest {

  private final BaggageHosts hosts =
      BaggageHosts.parse("orders.internal, *.example.com,127.0.0.1,[::1]").orElseThrow();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders.internal",
        "ORDERS.internal",
        "a.example.com",
        "a.b.example.com",
        "127.0.0.1",
        "[::1]"
      })
  void thoseThatAreNamed(String host) {
    assertThat(hosts.allow(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "evilexample.com",
        "orders.internal.evil.org",
        "a.example.com.evil.org",
        "x.orders.internal",
        "127.0.0.10",
        ""
      })
  void noOthers(String host) {
    assertThat(hosts.allow(host)).isFalse();
  }

  @Test
  void noneThatNobodyKnows() {
    assertThat(hosts.allow(null)).isFalse();
    assertThat(BaggageHosts.NONE.allow("orders.internal")).isFalse();
  }

  @Test
  void allOfThemByAStar() {
    assertThat(BaggageHosts.parse("*").orElseThrow().allow(null)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a,,b", "http://a", "a:8080", "a/b", "a b", "*a", "a.*", "*.", ".a", "-", "**"})
  void whatCannotBeOneIsRefused(String names) {
    assertThat(BaggageHosts.parse(names)).isEmpty();
  }
}
