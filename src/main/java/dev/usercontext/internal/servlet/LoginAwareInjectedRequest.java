package dev.usercontext.internal.servlet;

import dev.usercontext.internal.request.RequestUser;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;

/**
 * As {@link LoginAwareRequest}, for the request that CDI injects: Weld has taken that from before
 * any filter. Serializable since Weld asks for that, although it is no more so than a request.
 */
@Decorator
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public abstract class LoginAwareInjectedRequest implements HttpServletRequest, Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final transient HttpServletRequest request;

  @Inject
  protected LoginAwareInjectedRequest(@Delegate HttpServletRequest request) {
    this.request = request;
  }

  @Override
  public void login(String username, String password) throws ServletException {
    request.login(username, password);
    RequestUser user = ServletIdentity.userOf(request);
    if (user != null) {
      user.loginChanged();
    }
  }

  @Override
  public void logout() throws ServletException {
    request.logout();
    RequestUser user = ServletIdentity.userOf(request);
    if (user != null) {
      user.loggedOut();
    }
  }

  @Override
  public boolean authenticate(HttpServletResponse response) throws IOException, ServletException {
    boolean authenticated = request.authenticate(response);
    RequestUser user = ServletIdentity.userOf(request);
    if (user != null) {
      user.loginChanged();
    }
    return authenticated;
  }
}
