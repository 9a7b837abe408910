package dev.usercontext.internal.request;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Compares principals, which an application or its login module may have made. */
final class Principals {

  private Principals() {}

  /**
   * Never throws: two that cannot be compared are different, so that the user is asked for anew.
   */
  static boolean areEqual(@Nullable Principal one, @Nullable Principal other) {
    if (one == null || other == null || one == other) {
      return one == other;
    }
    try {
      return one.equals(other);
    } catch (RuntimeException | LinkageError e) {
      return false;
    }
  }
}
