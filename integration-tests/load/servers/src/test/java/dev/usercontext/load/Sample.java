package dev.usercontext.load;

import java.util.List;

/**
 * The median of something that was measured again and again, and where it is with a certainty of 95
 * %: between two of the measured values, whatever their distribution. Few values say nothing of it.
 */
record Sample(double median, double low, double high) {

  private static final Sample NONE = new Sample(Double.NaN, Double.NaN, Double.NaN);
  private static final int FEW = 5;

  static Sample of(List<Double> values) {
    if (values.isEmpty()) {
      return NONE;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int size = sorted.size();
    double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    if (size <= FEW) {
      return new Sample(median, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    // How many of so many tosses of a coin are heads, with a certainty of 95 %: at least these.
    int rank = Math.max(0, (int) Math.floor((size - 1.96 * Math.sqrt(size)) / 2));
    return new Sample(median, sorted.get(rank), sorted.get(size - 1 - rank));
  }

  /** How far it may be from {@code value}. */
  double distance(double value) {
    return Math.max(Math.abs(low - value), Math.abs(high - value));
  }

  /** With its bounds. */
  String text(String format) {
    String one = "%" + format;
    if (Double.isNaN(median)) {
      return "";
    }
    return Double.isInfinite(low)
        ? one.formatted(median)
        : (one + " (" + one + " to " + one + ")").formatted(median, low, high);
  }
}
