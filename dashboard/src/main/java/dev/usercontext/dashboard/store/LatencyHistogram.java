package dev.usercontext.dashboard.store;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of durations by size, in buckets that are an eighth of a power of two wide. Both engines
 * keep the bucket of each span, so their percentiles are the same, and cheap.
 */
public final class LatencyHistogram {
  private final TreeMap<Integer, Long> counts = new TreeMap<>();
  private long total;

  /** The bucket of a duration, 0 to 487. */
  public static int bucket(long nanos) {
    if (nanos < 8) {
      return (int) Math.max(nanos, 0);
    }
    int exponent = 63 - Long.numberOfLeadingZeros(nanos);
    return (exponent - 2) * 8 + (int) (nanos >>> (exponent - 3) & 7);
  }

  /** The middle of a bucket. */
  static long nanos(int bucket) {
    if (bucket < 8) {
      return bucket;
    }
    int exponent = bucket / 8 + 2;
    long width = 1L << exponent - 3;
    return (1L << exponent) + bucket % 8 * width + width / 2;
  }

  public void add(int bucket, long count) {
    counts.merge(bucket, count, Long::sum);
    total += count;
  }

  public void addAll(LatencyHistogram other) {
    other.counts.forEach(this::add);
  }

  public Latency latency() {
    return new Latency(percentile(50), percentile(95));
  }

  private long percentile(int percent) {
    long rank = (total * percent + 99) / 100;
    long seen = 0;
    for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
      seen += entry.getValue();
      if (seen >= rank) {
        return nanos(entry.getKey());
      }
    }
    return 0;
  }
}
