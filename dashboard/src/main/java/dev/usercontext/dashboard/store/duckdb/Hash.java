package dev.usercontext.dashboard.store.duckdb;

/** Hashes of 64 bits for the block index. They are on disk: a change needs a new schema version. */
final class Hash {
  private Hash() {}

  static long of(String text) {
    return of(text, 0, text.length());
  }

  static long of(String text, int from, int to) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  /** The last step of MurmurHash3: every bit depends on every other. */
  static long mix(long bits) {
    long h = bits;
    h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
    h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
    return h ^ h >>> 33;
  }
}
