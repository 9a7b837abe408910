package dev.usercontext.testkit;

import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPLoggerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** A framework behind SLF4J with each of the MDCs that there are; found as a service. */
public final class TestSlf4j implements SLF4JServiceProvider {

  /** How new threads come to their MDC. */
  public enum Kind {
    /** There is none. */
    NONE,
    /** Each has its own, as with Logback. */
    OF_THREAD,
    /** Each begins with a copy, as with java.util.logging behind SLF4J. */
    INHERITED
  }

  private static volatile Kind kind = Kind.NONE;

  public static void use(Kind other) {
    kind = other;
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return new NOPLoggerFactory();
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return new BasicMarkerFactory();
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return new Adapter();
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }

  @Override
  public void initialize() {}

  private static final class Adapter implements MDCAdapter {
    private final ThreadLocal<Map<String, String>> own = ThreadLocal.withInitial(HashMap::new);
    private final InheritableThreadLocal<Map<String, String>> inherited = new Inherited();

    private Map<String, String> values() {
      return switch (kind) {
        case NONE -> new HashMap<>();
        case OF_THREAD -> own.get();
        case INHERITED -> inherited.get();
      };
    }

    @Override
    public void put(String key, String value) {
      values().put(key, value);
    }

    @Override
    public String get(String key) {
      return values().get(key);
    }

    @Override
    public void remove(String key) {
      values().remove(key);
    }

    @Override
    public void clear() {
      values().clear();
    }

    @Override
    public Map<String, String> getCopyOfContextMap() {
      return new HashMap<>(values());
    }

    @Override
    public void setContextMap(Map<String, String> map) {
      values().clear();
      values().putAll(map);
    }

    @Override
    public void pushByKey(String key, String value) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String popByKey(String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Deque<String> getCopyOfDequeByKey(String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void clearDequeByKey(String key) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class Inherited extends InheritableThreadLocal<Map<String, String>> {
    @Override
    protected Map<String, String> initialValue() {
      return new HashMap<>();
    }

    @Override
    protected Map<String, String> childValue(Map<String, String> ofParent) {
      return new HashMap<>(ofParent);
    }
  }
}
