package dev.usercontext.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestOriginTest {
  private static final Set<String> NAMES = Set.of("localhost");

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "::1", "[::1]"})
  void thisMachineIsLocal(String host) {
    assertThat(RequestOrigin.local(host, NAMES)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "10.0.0.1",
        ""
      })
  void aNameThatOthersCanGiveIsNot(String host) {
    assertThat(RequestOrigin.local(host, NAMES)).isFalse();
  }

  @Test
  void noNameIsNot() {
    assertThat(RequestOrigin.local(null, NAMES)).isFalse();
  }
}
