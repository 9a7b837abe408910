package dev.usercontext.benchmarks;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Proxy;
import java.security.Principal;

/** A request with what a filter asks for, and nothing that costs. */
final class BareRequest extends HttpServletRequestWrapper {

  private static final HttpServletRequest NONE =
      (HttpServletRequest)
          Proxy.newProxyInstance(
              BareRequest.class.getClassLoader(),
              new Class<?>[] {HttpServletRequest.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.toString());
              });

  private static final Principal ADA = () -> "ada";

  private final boolean user;
  private String name;
  private Object value;

  BareRequest(boolean user) {
    super(NONE);
    this.user = user;
  }

  @Override
  public Principal getUserPrincipal() {
    return user ? ADA : null;
  }

  /** One is enough for the library. */
  @Override
  public Object getAttribute(String name) {
    return name.equals(this.name) ? value : null;
  }

  @Override
  public void setAttribute(String name, Object value) {
    this.name = name;
    this.value = value;
  }

  @Override
  public boolean isAsyncStarted() {
    return false;
  }
}
