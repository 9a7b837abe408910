package dev.usercontext.dashboard.store;

import org.jspecify.annotations.Nullable;

/** Numbers from {@code min} to {@code max}, both inclusive; null is no bound. */
public record NumberRange(@Nullable Long min, @Nullable Long max) {

  public static final NumberRange ANY = new NumberRange(null, null);

  public boolean isAny() {
    return min == null && max == null;
  }
}
