package dev.usercontext.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class FormatTest {
  private final Format format =
      new Format(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

  @Test
  void money() {
    assertThat(format.usd(null)).isEqualTo("unknown");
    assertThat(format.usd(0L)).isEqualTo("$0");
    assertThat(format.usd(20L)).isEqualTo("$0.00000002");
    assertThat(format.usd(4_200_000L)).isEqualTo("$0.0042");
    assertThat(format.usd(1_234_567_890_000L)).isEqualTo("$1,234.57");
  }

  @Test
  void sharesDoNotFlatter() {
    assertThat(format.percent(0, 0)).isEqualTo("–");
    assertThat(format.percent(1, 1)).isEqualTo("100%");
    assertThat(format.percent(99_999, 100_000)).isEqualTo("99.9%");
    assertThat(format.percent(1, 100_000)).isEqualTo("<0.1%");
    assertThat(format.percent(0, 5)).isEqualTo("0%");
  }

  @Test
  void numbersAndTimes() {
    assertThat(format.brief(9_999)).isEqualTo("9,999");
    assertThat(format.brief(12_345)).isEqualTo("12k");
    assertThat(format.brief(1_250_000)).isEqualTo("1.3M");
    assertThat(format.duration(999)).isEqualTo("999 ns");
    assertThat(format.duration(1_500_000)).isEqualTo("1.5 ms");
    assertThat(format.duration(61_000_000_000L)).isEqualTo("61.0 s");
    assertThat(format.ago(1_795_000_000_000_000_000L)).endsWith("ago");
  }
}
