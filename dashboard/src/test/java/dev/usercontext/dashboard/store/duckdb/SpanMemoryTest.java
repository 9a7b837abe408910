package dev.usercontext.dashboard.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.dashboard.store.TestSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not remembered has to be in a block that the database is asked for. */
final class SpanMemoryTest {
  private static final int SPANS = 300_001;

  private final SpanMemory memory = new SpanMemory(0);

  @Test
  void allSpansOfTheBlocksThatItStandsForAreRemembered() {
    for (int i = 0; i < SPANS; i++) {
      memory.add(row(i), i / Blocks.SIZE);
    }

    assertThat(memory.from()).as("the older half was forgotten").isPositive();
    for (int i = memory.from() * Blocks.SIZE; i < SPANS; i++) {
      assertThat(memory.has(row(i).key())).as("span %d", i).isTrue();
    }
  }

  @Test
  void aBatchGoesOnIntoTheBlocksAfterTheOpenOne() {
    Blocks blocks = new Blocks();
    blocks.add(row(1));

    assertThat(blocks.after(0)).isZero();
    assertThat(blocks.after(Blocks.SIZE - 2)).isZero();
    assertThat(blocks.after(Blocks.SIZE - 1)).isEqualTo(1);
    assertThat(blocks.after(2 * Blocks.SIZE)).isEqualTo(2);
  }

  private static SpanRow row(int i) {
    return SpanRow.of(List.of(TestSpan.of(i / 10 + 1, i + 1).build()), "user_attrs.").get(0);
  }
}
