package dev.usercontext.internal.servlet;

import dev.usercontext.internal.request.IdentitySource;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
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
}
