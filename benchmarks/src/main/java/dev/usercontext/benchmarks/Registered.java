package dev.usercontext.benchmarks;

import dev.usercontext.internal.servlet.UserContextInitializer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** The filters that the library registers at a servlet container, in front of a servlet. */
final class Registered {

  private final Deque<Filter> filters = new ArrayDeque<>();

  private Registered() {}

  static FilterChain before(FilterChain servlet) throws ServletException {
    Registered registered = new Registered();
    new UserContextInitializer().onStartup(Set.of(), registered.container());
    FilterChain chain = servlet;
    while (!registered.filters.isEmpty()) {
      Filter last = registered.filters.removeLast();
      FilterChain next = chain;
      chain = (request, response) -> last.doFilter(request, response, next);
    }
    return chain;
  }

  private ServletContext container() {
    return (ServletContext)
        Proxy.newProxyInstance(
            Registered.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("addFilter")) {
                filters.add((Filter) arguments[1]);
                return registration();
              }
              return null;
            });
  }

  private static FilterRegistration.Dynamic registration() {
    return (FilterRegistration.Dynamic)
        Proxy.newProxyInstance(
            Registered.class.getClassLoader(),
            new Class<?>[] {FilterRegistration.Dynamic.class},
            (proxy, method, arguments) -> null);
  }
}
