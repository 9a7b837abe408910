package dev.usercontext.internal.diagnostics;

/** Whether an optional API is there for this library to link to. */
public final class ClassPresence {

  private ClassPresence() {}

  public static boolean isPresent(String className) {
    try {
      Class.forName(className, false, ClassPresence.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
