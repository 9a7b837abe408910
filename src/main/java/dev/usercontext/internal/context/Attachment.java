package dev.usercontext.internal.context;

import io.opentelemetry.context.Context;

/** Attaches a context for good, where no scope could be closed. */
public final class Attachment {

  private Attachment() {}

  /**
   * Brings back the context that stood before ours, where another library has left its own open
   * over it: OpenTelemetry ignores the close of ours then, and the thread would go on with a user
   * that is not there any more.
   */
  public static void restore(Context before) {
    if (Context.current() != before) {
      attach(before);
    }
  }

  /** Attaches a context to a unit of work that ends by itself, and the attachment with it. */
  @SuppressWarnings("MustBeClosedChecker")
  public static void attach(Context context) {
    context.makeCurrent();
  }
}
