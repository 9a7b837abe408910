package dev.usercontext.dashboard.main;

/** An import that can't go on; the message says why, and begins with a code. */
final class ImportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ImportException(String message) {
    super(message);
  }
}
