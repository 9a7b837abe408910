package dev.usercontext.internal.current;

import dev.usercontext.internal.diagnostics.ClassPresence;
import jakarta.enterprise.concurrent.ManageableThread;
import java.lang.reflect.Method;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * The caller that Open Liberty has brought to a thread, by its own API. The beans that know as much
 * elsewhere need an active request here, and to ask for the principal of a request before it is
 * authenticated would leave the application without one.
 */
final class LibertyThread {

  private static final boolean CONCURRENCY =
      ClassPresence.isPresent("jakarta.enterprise.concurrent.ManageableThread");

  private static final @Nullable Method GET_CALLER = getCaller();

  private LibertyThread() {}

  static @Nullable Principal caller() throws ReflectiveOperationException {
    if (GET_CALLER == null || (CONCURRENCY && Factory.isOf(Thread.currentThread()))) {
      return null;
    }
    String name = (String) GET_CALLER.invoke(null);
    return name == null || name.equals("UNAUTHENTICATED") ? null : () -> name;
  }

  static boolean hasCaller() {
    try {
      return caller() != null;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return false;
    }
  }

  /** Null on a server without security. */
  private static @Nullable Method getCaller() {
    try {
      return Class.forName("com.ibm.websphere.security.auth.WSSubject")
          .getMethod("getCallerPrincipal");
    } catch (ReflectiveOperationException | LinkageError e) {
      return null;
    }
  }

  /**
   * A thread of a ManagedThreadFactory has the caller of whoever looked the factory up, which was
   * the first user of all where it was injected into a bean of the application.
   */
  private static final class Factory {
    static boolean isOf(Thread thread) {
      return thread instanceof ManageableThread;
    }
  }
}
