package dev.usercontext.internal.context;

import org.jspecify.annotations.Nullable;

/** An explicit nobody. */
public enum Nobody implements Carried {
  INSTANCE;

  @Override
  public @Nullable UserValue user() {
    return null;
  }
}
