package dev.usercontext.it.app.attributed;

import java.io.Serial;

/** A checked exception of the application. */
public class RefusedException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
