package dev.usercontext.dashboard.store.duckdb;

import java.nio.ByteBuffer;

/** Tells what is surely not in a set. Written by one thread, read by any once it is published. */
final class BloomFilter {
  private static final int PROBES = 5;
  private static final double DENSE = 0.35;
  private final long[] words;

  /** An empty one. */
  BloomFilter(int powerOfTwoBits) {
    this(new long[powerOfTwoBits / 64]);
  }

  private BloomFilter(long[] words) {
    this.words = words;
  }

  static BloomFilter of(byte[] bytes) {
    long[] words = new long[bytes.length / 8];
    ByteBuffer.wrap(bytes).asLongBuffer().get(words);
    return new BloomFilter(words);
  }

  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(words.length * 8);
    bytes.asLongBuffer().put(words);
    return bytes.array();
  }

  void add(long hash) {
    int step = (int) (hash >>> 32) | 1;
    int bit = (int) hash;
    for (int i = 0; i < PROBES; i++, bit += step) {
      words[bit >>> 6 & words.length - 1] |= 1L << bit;
    }
  }

  void addAll(long[] hashes) {
    for (long hash : hashes) {
      add(hash);
    }
  }

  boolean mayContain(long hash) {
    int step = (int) (hash >>> 32) | 1;
    int bit = (int) hash;
    for (int i = 0; i < PROBES; i++, bit += step) {
      if ((words[bit >>> 6 & words.length - 1] & 1L << bit) == 0) {
        return false;
      }
    }
    return true;
  }

  boolean mayContainAny(long[] hashes) {
    for (long hash : hashes) {
      if (mayContain(hash)) {
        return true;
      }
    }
    return false;
  }

  /** The same set in as few bits as tell it well enough: 0.5 % of wrong guesses. */
  BloomFilter folded() {
    long[] folded = words;
    while (folded.length > 1) {
      long[] half = new long[folded.length / 2];
      int set = 0;
      for (int i = 0; i < half.length; i++) {
        half[i] = folded[i] | folded[i + half.length];
        set += Long.bitCount(half[i]);
      }
      if (set > half.length * 64 * DENSE) {
        break;
      }
      folded = half;
    }
    return new BloomFilter(folded);
  }
}
