package dev.usercontext.internal.context;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Corrects what a context shows by the scopes of its thread. A context that shows a scope of this
 * thread, or what stood before one, belongs to the innermost open scope, whose attachment was lost.
 * One that shows anything else was made current inside and wins. One that shows nothing belongs to
 * the innermost scope too where a stack frame vouches for it; a scope from {@link UserScope#open}
 * may have been forgotten by an earlier user of the thread. Nobody vouches for work of another
 * trace, which brings its own context.
 */
final class ShownUser {

  private ShownUser() {}

  static @Nullable Carried correct(@Nullable Carried shown, UserScope top) {
    UserScope open = top;
    while (open != null && open.isClosed()) {
      open = open.outer();
    }
    if (open == null) {
      return afterClosing(shown, top);
    }
    if (shown == null) {
      return isVouchedFor(open) && !open.isOfOtherTrace(Context.current()) ? open : null;
    }
    for (UserScope scope = top; scope != null; scope = scope.outer()) {
      if (shown == scope || shown == scope.shownBefore()) {
        return open;
      }
    }
    return shown;
  }

  /** What a context that still shows a closed scope of this thread showed before it. */
  private static @Nullable Carried afterClosing(@Nullable Carried shown, UserScope top) {
    Carried result = shown;
    for (UserScope scope = top; scope != null; scope = scope.outer()) {
      if (result == scope) {
        result = scope.shownBefore();
      }
    }
    return result;
  }

  private static boolean isVouchedFor(UserScope open) {
    for (UserScope scope = open; scope != null; scope = scope.outer()) {
      if (scope.isLexical() && !scope.isClosed()) {
        return true;
      }
    }
    return false;
  }
}
