package dev.usercontext.testkit;

import dev.usercontext.internal.diagnostics.ProcessorPresence;
import java.lang.reflect.Field;

/** Whether our processor was ever loaded, which the library remembers for good. */
public final class ProcessorFlag {

  private ProcessorFlag() {}

  public static void set(boolean loaded) {
    try {
      Field flag = ProcessorPresence.class.getDeclaredField("loaded");
      flag.setAccessible(true);
      flag.setBoolean(null, loaded);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
