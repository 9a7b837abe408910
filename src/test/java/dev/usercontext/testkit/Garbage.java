package dev.usercontext.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;

/** Asks for garbage to be collected until an object is. */
public final class Garbage {

  private static final int ATTEMPTS = 50;

  private Garbage() {}

  public static void isCollected(Reference<?> reference) {
    for (int i = 0; i < ATTEMPTS && reference.get() != null; i++) {
      System.gc();
    }
    assertThat(reference.get()).as("not referred to by anybody").isNull();
  }
}
