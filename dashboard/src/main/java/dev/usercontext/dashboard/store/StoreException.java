package dev.usercontext.dashboard.store;

import org.jspecify.annotations.Nullable;

/**
 * The store can't do what it was asked to. The message begins with the code and says what to do;
 * docs/dashboard.md lists them all.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Code {
    /** The folder is in use by another process. */
    UCD001,
    /** The folder can't be written to. */
    UCD002,
    /** A file is damaged, or none of ours. */
    UCD003,
    /** The disk is full. Nothing acknowledged is lost; works again once there is room. */
    UCD004,
    /** The store was written by a newer dashboard. */
    UCD005,
    /** The store does not answer. Try again. */
    UCD006,
    /** The store is closed. */
    UCD007,
    /** A cursor that is not one of this store. */
    UCD008,
    /** The cluster refuses the credentials, or its certificate is not trusted, or can't be read. */
    UCD009
  }

  private final Code code;

  public StoreException(Code code, String message) {
    super(code + ": " + message);
    this.code = code;
  }

  public StoreException(Code code, String message, @Nullable Throwable cause) {
    super(code + ": " + message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
