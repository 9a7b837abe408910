package dev.usercontext.dashboard.store;

import org.jspecify.annotations.Nullable;

/** Numbers from {@code min} to {@code max}, both inclusive; null is no bound. */
public record NumberRange(@Nullable Long min, @Nullable Long max) {

  public static final NumberRange ANY = new NumberRange(null, null);

  public boolean isAny() {
    return min == null && max == null;
  }

  /** The numbers that are in both. */
  public NumberRange and(NumberRange other) {
    return new NumberRange(
        min == null || other.min != null && other.min > min ? other.min : min,
        max == null || other.max != null && other.max < max ? other.max : max);
  }
}
