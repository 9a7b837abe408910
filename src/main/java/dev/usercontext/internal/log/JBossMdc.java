package dev.usercontext.internal.log;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The MDC of JBoss LogManager on WildFly, by JBoss Logging, which every deployment sees there. */
final class JBossMdc implements MdcTarget {

  @Override
  public @Nullable Object get(String key) {
    return MDC.get(key);
  }

  @Override
  public void put(String key, String value) {
    MDC.put(key, new OfThread(key, value, Thread.currentThread()));
  }

  @Override
  public void remove(String key) {
    MDC.remove(key);
  }

  @Override
  public void restore(String key, Object before) {
    MDC.put(key, before);
  }

  /**
   * A new thread inherits the MDC of the one that starts it, for good: a pool that grows in the
   * request of a user would log everything as that user. So a value is empty on a thread that only
   * inherited it. A handler that writes later, on a thread of its own, is not such a one.
   */
  private record OfThread(String key, String value, Thread thread) {
    @Override
    public String toString() {
      return Thread.currentThread() == thread || MDC.get(key) != this ? value : "";
    }
  }
}
