package dev.usercontext.internal.log;

import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.ProcessUser;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.current.CurrentUser;
import dev.usercontext.internal.diagnostics.Counter;
import dev.usercontext.internal.diagnostics.Log;
import dev.usercontext.internal.diagnostics.Message;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Whose a log record is: the same answer as for a span that starts in its place. */
final class LogUser {

  /** Set while this thread asks, since those who are asked may log. */
  private static final ThreadLocal<@Nullable Boolean> ASKING = new ThreadLocal<>();

  private LogUser() {}

  /**
   * What was found.
   *
   * @param isKnown whether anything says who it is, or that it is nobody
   */
  record Found(@Nullable UserValue user, boolean isKnown) {
    private static final Found NOTHING = new Found(null, false);
  }

  /** Never throws, and does nothing for what is logged on the way. */
  static void doSafely(Runnable attribution) {
    if (ASKING.get() != null) {
      return;
    }
    ASKING.set(true);
    try {
      attribution.run();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      Counter.FAILED.increment();
      Log.warnOnce(Message.LOG_ATTRIBUTION_FAILED, e.getClass().getName(), e);
    } finally {
      ASKING.remove();
    }
  }

  static Found in(Context context) {
    Carried carried = CurrentUser.inContext(context);
    if (carried == null && context != Context.current()) {
      carried = CurrentUser.inContext(Context.current());
    }
    if (carried == null) {
      carried = CurrentUser.besideContext(context);
    }
    if (carried != null) {
      return known(carried.user(), true);
    }
    if (LocalSpan.isOpenIn(context)) {
      return Found.NOTHING;
    }
    return known(CurrentUser.threadUser(), false);
  }

  private static Found known(@Nullable UserValue found, boolean isKnown) {
    return new Found(found == null ? ProcessUser.get() : found, isKnown);
  }
}
