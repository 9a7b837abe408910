package dev.usercontext.dashboard.intake;

/** Spans that were not stored, and are to be sent again later. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean full;
  private final int retrySeconds;

  private RefusedException(String message, boolean full, int retrySeconds) {
    super(message, null, false, false);
    this.full = full;
    this.retrySeconds = retrySeconds;
  }

  static RefusedException full() {
    return new RefusedException(
        "UCD010: The queue is full. Send the spans again after the time that is said.", true, 1);
  }

  static RefusedException failed(Throwable why) {
    return new RefusedException(String.valueOf(why.getMessage()), false, 5);
  }

  /** Whether too much has come, and nothing is broken. */
  boolean isFull() {
    return full;
  }

  int retrySeconds() {
    return retrySeconds;
  }
}
