package dev.usercontext.internal.log;

import dev.usercontext.internal.diagnostics.Log;
import dev.usercontext.internal.diagnostics.Message;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The MDC of SLF4J, as of an application that brings its own log framework. */
final class Slf4jMdc implements MdcTarget {

  private static final String PROBE = "dev.usercontext.probe";

  private Slf4jMdc() {}

  /**
   * Null where no framework stands behind it, or one with an MDC that new threads inherit for good:
   * a pool that grows in the request of a user would log everything as that user.
   *
   * @param warns whether to say so in that case
   */
  static @Nullable Slf4jMdc find(boolean warns) {
    MDC.put(PROBE, PROBE);
    try {
      if (MDC.get(PROBE) == null) {
        return null;
      }
      if (!isInherited()) {
        return new Slf4jMdc();
      }
    } finally {
      MDC.remove(PROBE);
    }
    if (warns) {
      Log.warn(Message.MDC_INHERITED.text(MDC.getMDCAdapter().getClass().getName()));
    }
    return null;
  }

  private static boolean isInherited() {
    AtomicReference<@Nullable String> seen = new AtomicReference<>();
    Thread thread = new Thread(() -> seen.set(MDC.get(PROBE)), PROBE);
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
    return seen.get() != null;
  }

  @Override
  public @Nullable Object get(String key) {
    return MDC.get(key);
  }

  @Override
  public void put(String key, String value) {
    MDC.put(key, value);
  }

  @Override
  public void remove(String key) {
    MDC.remove(key);
  }

  @Override
  public void restore(String key, Object before) {
    MDC.put(key, (String) before);
  }
}
