package dev.usercontext.internal.servlet;

import dev.usercontext.internal.request.IdentitySource;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The identity of a servlet request, and the one user that belongs to it. */
public record ServletIdentity(HttpServletRequest request) implements IdentitySource {

  private static final String ATTRIBUTE = RequestUser.class.getName();

  /** The user of this request, if it was started. */
  public static @Nullable RequestUser userOf(HttpServletRequest request) {
    // Another web application's copy of this library may have left one of its class.
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
  public List<String> headers(String name) {
    // A server that does not let them be read gives null (Jakarta Servlet 6.0).
    Enumeration<String> headers = request.getHeaders(name);
    return headers == null ? List.of() : Collections.list(headers);
  }

  @Override
  public <T> @Nullable T unwrap(Class<T> type) {
    return type.isInstance(request) ? type.cast(request) : null;
  }
}
