package dev.usercontext.dashboard.intake;

/** Spans that were not stored, and most often are to be sent again later. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Made beforehand; it keeps nothing of those who get it. */
  private static final RefusedException NO_MEMORY = new RefusedException("No memory.", 503, 5);

  private final int httpStatus;
  private final int retrySeconds;

  private RefusedException(String message, int httpStatus, int retrySeconds) {
    super(message, null, false, false);
    this.httpStatus = httpStatus;
    this.retrySeconds = retrySeconds;
  }

  static RefusedException full() {
    return new RefusedException(
        "UCD010: The queue is full. Send the spans again after the time that is said.", 429, 1);
  }

  static RefusedException failed(Throwable why) {
    try {
      return new RefusedException(String.valueOf(why.getMessage()), 503, 5);
    } catch (OutOfMemoryError e) {
      return NO_MEMORY;
    }
  }

  /** There will never be room for it. */
  static RefusedException tooMany(int spans, int most) {
    return new RefusedException(
        "UCD015: A request has at most "
            + most
            + " spans, not "
            + spans
            + ". Send smaller batches.",
        413,
        0);
  }

  int httpStatus() {
    return httpStatus;
  }

  /** Whether too much has come, and nothing is broken. */
  boolean isTooMuch() {
    return httpStatus != 503;
  }

  /** 0 for never. */
  int retrySeconds() {
    return retrySeconds;
  }
}
