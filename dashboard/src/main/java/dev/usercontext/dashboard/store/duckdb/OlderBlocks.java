package dev.usercontext.dashboard.store.duckdb;

import java.util.List;

/** Complete blocks that may have spans which others are compared with. */
record OlderBlocks(List<Block> blocks) {

  /** False if no span of this trace that began then is in any of them. */
  boolean mayHave(long traceToken, long startNanos) {
    for (Block block : blocks) {
      if (block.first() <= startNanos
          && block.last() >= startNanos
          && block.filter().mayContain(traceToken)) {
        return true;
      }
    }
    return false;
  }
}
