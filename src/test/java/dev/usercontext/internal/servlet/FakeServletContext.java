package dev.usercontext.internal.servlet;

import dev.usercontext.testkit.Duck;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows which filters are registered, and how. */
public final class FakeServletContext {

  private final Map<String, Registration> registrations = new LinkedHashMap<>();

  /** A registration of this name in web.xml, where addFilter answers null. */
  void declare(String name) {
    registrations.put(name, new Registration(null));
  }

  Map<String, Registration> registrations() {
    return registrations;
  }

  ServletContext context() {
    return Duck.as(ServletContext.class, this);
  }

  public FilterRegistration getFilterRegistration(String name) {
    return registrations.containsKey(name) ? registrations.get(name).asDynamic() : null;
  }

  public FilterRegistration.Dynamic addFilter(String name, Filter filter) {
    if (registrations.containsKey(name)) {
      return null;
    }
    registrations.put(name, new Registration(filter));
    return registrations.get(name).asDynamic();
  }

  /** How one filter is registered. */
  public static final class Registration {
    private final Filter filter;
    private boolean asyncSupported;
    private String mapping = "";

    private Registration(Filter filter) {
      this.filter = filter;
    }

    Filter filter() {
      return filter;
    }

    boolean asyncSupported() {
      return asyncSupported;
    }

    String mapping() {
      return mapping;
    }

    public void setAsyncSupported(boolean supported) {
      asyncSupported = supported;
    }

    public void addMappingForUrlPatterns(
        EnumSet<DispatcherType> types, boolean last, String... patterns) {
      mapping += types + (last ? " last " : " first ") + String.join(",", patterns);
    }

    private FilterRegistration.Dynamic asDynamic() {
      return Duck.as(FilterRegistration.Dynamic.class, this);
    }
  }
}
