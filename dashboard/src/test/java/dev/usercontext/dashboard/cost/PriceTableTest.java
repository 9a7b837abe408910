package dev.usercontext.dashboard.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PriceTableTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private static PriceTable table(String... lines) {
    return PriceFile.parse("test.csv", String.join("\n", lines));
  }

  private static Usage usage(@Nullable Long input, @Nullable Long output) {
    return new Usage(input, output, null, null);
  }

  @Test
  void costIsTokensTimesPrice() {
    PriceTable prices = table("m,2026-01-01,2.50,10,1.25");

    assertThat(prices.cost("m", NOW, usage(1_000L, 100L))).isEqualTo(2_500_000 + 1_000_000);
    assertThat(prices.cost("m", NOW, new Usage(1_000L, 100L, 400L, null)))
        .isEqualTo(600 * 2_500 + 1_000_000 + 400 * 1_250);
  }

  @Test
  void oneTokenOfACheapModelIsNotLost() {
    assertThat(table("m,2026-01-01,0.02,0").cost("m", NOW, usage(1L, 0L))).isEqualTo(20);
  }

  @Test
  void whoCountsCachedTokensApartPaysBoth() {
    assertThat(table("m,2026-01-01,2,0,1").cost("m", NOW, new Usage(10L, 0L, 100L, null)))
        .isEqualTo(10 * 2_000 + 100 * 1_000);
  }

  @Test
  void whatIsPutIntoTheCacheHasItsOwnPrice() {
    PriceTable prices = table("m,2026-01-01,2,0,1,3", "n,2026-01-01,2,0,,3", "o,2026-01-01,2,0");

    assertThat(prices.cost("m", NOW, new Usage(1_000L, 0L, 400L, 500L)))
        .isEqualTo(100 * 2_000 + 400 * 1_000 + 500 * 3_000);
    assertThat(prices.cost("n", NOW, new Usage(1_000L, 0L, 400L, 500L)))
        .isEqualTo(500 * 2_000 + 500 * 3_000);
    assertThat(prices.cost("o", NOW, new Usage(1_000L, 0L, 400L, 500L))).isEqualTo(1_000 * 2_000);
    assertThat(prices.cost("m", NOW, new Usage(10L, 0L, null, 500L)))
        .isEqualTo(10 * 2_000 + 500 * 3_000);
  }

  @Test
  void columnsThatMayBeMissingMayBeMissingFromTheHeaderToo() {
    for (String optional : List.of("", ",cached", ",cached,cache_write")) {
      PriceTable prices = table("model,valid_from,input,output" + optional, "m,2026-01-01,2,0");

      assertThat(prices.size()).isEqualTo(1);
    }
  }

  @Test
  void thePriceOfTheDayCounts() {
    PriceTable prices = table("m,2026-06-10,2,8", "m,2026-01-01,10,40");

    assertThat(prices.cost("m", Instant.parse("2026-06-09T23:59:59Z"), usage(1L, 0L)))
        .isEqualTo(10_000);
    assertThat(prices.cost("m", Instant.parse("2026-06-10T00:00:00Z"), usage(1L, 0L)))
        .isEqualTo(2_000);
    assertThat(prices.cost("m", Instant.parse("2025-12-31T00:00:00Z"), usage(1L, 0L))).isNull();
  }

  @Test
  void unknownStaysUnknown() {
    PriceTable prices = table("m,2026-01-01,1,1");

    assertThat(prices.cost("other", NOW, usage(1L, 1L))).isNull();
    assertThat(prices.cost("m", NOW, usage(null, null))).isNull();
    assertThat(prices.cost("x".repeat(100_000), NOW, usage(1L, 1L))).isNull();
  }

  @Test
  void theMostExactNameWins() {
    PriceTable prices =
        table("gpt-*,2026-01-01,9,9", "gpt-4o,2026-01-01,2,2", "gpt-4*,2026-01-01,3,3");

    assertThat(prices.cost("gpt-4o", NOW, usage(1L, 0L))).isEqualTo(2_000);
    assertThat(prices.cost("gpt-4.1", NOW, usage(1L, 0L))).isEqualTo(3_000);
    assertThat(prices.cost("gpt-9", NOW, usage(1L, 0L))).isEqualTo(9_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "claude-sonnet-4-5",
        "Claude-Sonnet-4-5-20250929",
        "anthropic/claude-sonnet-4-5",
        "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
        "claude-sonnet-4-5@20250929",
        "claude-sonnet-4-5-latest"
      })
  void aModelIsKnownInEveryFormOfItsName(String name) {
    assertThat(PriceFile.shipped().cost(name, NOW, usage(1L, 0L))).isEqualTo(3_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-4o-audio-preview", "my-gpt-4o", "gpt-4o-realtime"})
  void anotherModelIsNotTakenForIt(String name) {
    assertThat(PriceFile.shipped().cost(name, NOW, usage(1L, 0L))).isNull();
  }

  @Test
  void theShippedTableSaysItsDate() {
    assertThat(PriceFile.shipped().date()).matches("20\\d\\d-\\d\\d-\\d\\d");
    assertThat(PriceFile.shipped().size()).isGreaterThan(40);
  }

  @Test
  void aWrongTableSaysWhereItIsWrong(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("mine.csv");

    Files.writeString(file, "m,2026-01-01,1,2\nn,yesterday,1,2\n");
    assertThatThrownBy(() -> PriceFile.read(file)).hasMessageContaining("mine.csv, line 2");
    Files.writeString(file, "m,2026-01-01,cheap,2\n");
    assertThatThrownBy(() -> PriceFile.read(file)).hasMessageContaining("input is no price in USD");
    Files.writeString(file, "m,2026-01-01,1,2,1,dear\n");
    assertThatThrownBy(() -> PriceFile.read(file))
        .hasMessageContaining("cache_write is no price in USD");
    Files.writeString(file, "model,valid_from,inp\n");
    assertThatThrownBy(() -> PriceFile.read(file))
        .hasMessageContaining("found: model,valid_from,inp");
    Files.writeString(file, "m,1\n");
    assertThatThrownBy(() -> PriceFile.read(file))
        .hasMessageContaining("expected model,valid_from");
    assertThatThrownBy(() -> PriceFile.read(dir.resolve("none.csv")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none.csv");
  }

  @Test
  void absurdNumbersAreUnknown() {
    assertThat(table("m,2026-01-01,1000000,1").cost("m", NOW, usage(Long.MAX_VALUE, 1L))).isNull();
  }
}
