package dev.usercontext.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class LoginLimitTest {
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  @Test
  void whoGuessesHasToWait() {
    LoginLimit limit = new LoginLimit(clock);

    for (int i = 0; i < 19; i++) {
      limit.wrong();
    }
    assertThat(limit.reached()).isFalse();
    limit.wrong();
    assertThat(limit.reached()).isTrue();
    now = now.plus(Duration.ofSeconds(61));
    assertThat(limit.reached()).isFalse();
    limit.wrong();
    assertThat(limit.reached()).isFalse();
  }
}
