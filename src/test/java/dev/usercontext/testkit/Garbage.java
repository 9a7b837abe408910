package dev.usercontext.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.util.function.BooleanSupplier;

/** Asks for garbage to be collected until an object is. */
public final class Garbage {

  private static final int ATTEMPTS = 50;

  private Garbage() {}

  public static void isCollected(Reference<?> reference) {
    isCollected(reference, () -> {});
  }

  /** As it goes on working, since a weak map lets go of a value when it is used next. */
  public static void isCollected(Reference<?> reference, Runnable work) {
    for (int i = 0; i < ATTEMPTS && reference.get() != null; i++) {
      System.gc();
      work.run();
    }
    assertThat(reference.get()).as("not referred to by anybody").isNull();
  }

  /** Until the condition holds, which may do some work itself. */
  public static void isCollectedUntil(BooleanSupplier condition) {
    for (int i = 0; i < ATTEMPTS; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      System.gc();
    }
    throw new AssertionError("still referred to after " + ATTEMPTS + " collections");
  }
}
