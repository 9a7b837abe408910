package dev.usercontext.dashboard.query;

/** A parameter or a query that makes no sense. The message is for the person who wrote it. */
public final class InvalidQueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A complaint that says what was expected. */
  public InvalidQueryException(String message) {
    super(message);
  }
}
