package dev.usercontext.testkit;

import dev.usercontext.internal.diagnostics.PersonalData;
import java.lang.reflect.Field;

/** Whether pseudonyms were ever configured, which the library remembers for good. */
public final class PersonalDataFlag {

  private PersonalDataFlag() {}

  public static void clear() {
    try {
      Field flag = PersonalData.class.getDeclaredField("hidden");
      flag.setAccessible(true);
      flag.setBoolean(null, false);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
