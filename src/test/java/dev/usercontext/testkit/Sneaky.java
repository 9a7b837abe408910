package dev.usercontext.testkit;

/** Throws anything from anywhere, the very instance. */
public final class Sneaky {

  private Sneaky() {}

  public static RuntimeException rethrow(Throwable thrown) {
    throw Sneaky.<RuntimeException>unchecked(thrown);
  }

  @SuppressWarnings("unchecked") // the compiler is satisfied with any type
  private static <X extends Throwable> X unchecked(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
