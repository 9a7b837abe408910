package dev.usercontext.internal.log;

import java.util.HashMap;
import java.util.Map;

/** An MDC of threads, as log frameworks have it. */
final class MemoryMdc implements MdcTarget {

  private final ThreadLocal<Map<String, Object>> values = ThreadLocal.withInitial(HashMap::new);

  Map<String, Object> ofThisThread() {
    return values.get();
  }

  @Override
  public Object get(String key) {
    return values.get().get(key);
  }

  @Override
  public void put(String key, String value) {
    values.get().put(key, value);
  }

  @Override
  public void remove(String key) {
    values.get().remove(key);
  }

  @Override
  public void restore(String key, Object before) {
    values.get().put(key, before);
  }
}
