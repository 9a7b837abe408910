package dev.usercontext;

import java.io.Serial;

/**
 * Nobody is in effect where a user was required: by {@link UserAttributed#required()}, or by asking
 * the injected {@link UserContext} for the id of a user it does not have.
 */
public final class NoUserException extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Used by this library.
   *
   * @param message begins with the code of the message
   */
  public NoUserException(String message) {
    super(message);
  }
}
