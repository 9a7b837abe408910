package dev.usercontext.internal.servlet;

import dev.usercontext.internal.request.ContainerAttributes;
import dev.usercontext.internal.request.IdentitySource;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The identity of a servlet request, and the one user that belongs to it. */
public record ServletIdentity(HttpServletRequest request) implements IdentitySource {

  /** Each web application's copy of this library has an attribute of its own. */
  private static final String ATTRIBUTE =
      RequestUser.class.getName() + "@" + System.identityHashCode(RequestUser.class);

  /** The user of this request, if it was started. */
  public static @Nullable RequestUser userOf(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof RequestUser user ? user : null;
  }

  public static RequestUser start(HttpServletRequest request, UserResolution resolution) {
    RequestUser user = new RequestUser(new ServletIdentity(request), resolution);
    request.setAttribute(ATTRIBUTE, user);
    return user;
  }

  @Override
  public @Nullable Principal principal() {
    return request.getUserPrincipal();
  }

  @Override
  public boolean isUserInRole(String role) {
    return request.isUserInRole(role);
  }

  @Override
  public <T> @Nullable T unwrap(Class<T> type) {
    return type.isInstance(request) ? type.cast(request) : null;
  }

  @Override
  public @Nullable Object attribute(String name) {
    String caller = caller();
    return caller == null ? null : ContainerAttributes.get(caller, name);
  }

  @Override
  public @Nullable Collection<String> roles() {
    String caller = caller();
    return caller == null ? null : ContainerAttributes.roles(caller);
  }

  @Override
  public List<String> headers(String name) {
    Enumeration<String> values = request.getHeaders(name);
    return values == null ? List.of() : Collections.list(values);
  }

  @Override
  public @Nullable String sessionId() {
    HttpSession session = request.getSession(false);
    return session == null ? null : session.getId();
  }

  private @Nullable String caller() {
    Principal principal = request.getUserPrincipal();
    return principal == null ? null : principal.getName();
  }
}
