package dev.usercontext.dashboard.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NanoUsdTest {
  @ParameterizedTest
  @CsvSource({
    "0.0012USD, 1200000",
    "0.0012, 1200000",
    "1.2E-3, 1200000",
    "$0.5, 500000000",
    "0, 0",
    "3, 3000000000",
    "0.0000000004, 0",
    "0.0000000005, 1"
  })
  void readsWhatConventionsWrite(String text, long nanos) {
    assertThat(NanoUsd.parse(text)).isEqualTo(nanos);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "free", "-1", "0UNKNOWN", "0.2EUR", "1e99", "1000001", "1e999999999", "NaN"})
  void otherCurrenciesAndNonsenseAreUnknown(String text) {
    assertThat(NanoUsd.parse(text)).isNull();
  }

  @Test
  void readsNumbers() {
    assertThat(NanoUsd.parse(0.1)).isEqualTo(100_000_000);
    assertThat(NanoUsd.parse(2L)).isEqualTo(2_000_000_000L);
    assertThat(NanoUsd.parse(Double.NaN)).isNull();
    assertThat(NanoUsd.parse(-0.5)).isNull();
    assertThat(NanoUsd.parse(true)).isNull();
  }
}
