package dev.usercontext.internal.diagnostics;

import org.jspecify.annotations.Nullable;

/**
 * Whether what is known of people must not appear in the log: some application that this class
 * serves has configured pseudonyms. For good, since the log is that of all of them.
 */
public final class PersonalData {

  private static volatile boolean hidden;

  private PersonalData() {}

  public static void hide() {
    hidden = true;
  }

  public static boolean isHidden() {
    return hidden;
  }

  /** What a failure was; its message may name somebody. */
  public static String describe(Throwable failure) {
    return hidden ? failure.getClass().getName() : failure.toString();
  }

  /** What to log with a message: where data is hidden, types and stack traces without messages. */
  static @Nullable Throwable loggable(@Nullable Throwable failure) {
    return failure == null || !hidden ? failure : new WithoutMessage(failure, 0);
  }

  /** A copy of a failure that does not tell its message. */
  private static final class WithoutMessage extends Throwable {
    private static final long serialVersionUID = 1L;
    private static final int MAX_DEPTH = 16;

    WithoutMessage(Throwable original, int depth) {
      super(original.getClass().getName(), causeOf(original, depth), false, true);
      setStackTrace(original.getStackTrace());
    }

    private static @Nullable Throwable causeOf(Throwable original, int depth) {
      Throwable cause = original.getCause();
      return cause == null || depth == MAX_DEPTH ? null : new WithoutMessage(cause, depth + 1);
    }
  }
}
