package dev.usercontext.internal.servlet;

import dev.usercontext.internal.request.RequestUser;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells the user of the request when the application logs somebody in or out, and takes the user
 * along where the request goes on asynchronously.
 */
final class LoginAwareRequest extends HttpServletRequestWrapper {

  private final RequestUser user;

  private LoginAwareRequest(HttpServletRequest request, RequestUser user) {
    super(request);
    this.user = user;
    user.willBeTold();
  }

  /** Wraps the request, unless a redispatch brings it back wrapped. */
  static HttpServletRequest of(HttpServletRequest request, RequestUser user) {
    return isWrapped(request) ? request : new LoginAwareRequest(request, user);
  }

  private static boolean isWrapped(HttpServletRequest request) {
    return request instanceof LoginAwareRequest
        || (request instanceof HttpServletRequestWrapper wrapper
            && wrapper.isWrapperFor(LoginAwareRequest.class));
  }

  @Override
  public void login(String username, String password) throws ServletException {
    super.login(username, password);
    user.loginChanged();
  }

  @Override
  public void logout() throws ServletException {
    super.logout();
    user.loggedOut();
  }

  @Override
  public boolean authenticate(HttpServletResponse response) throws IOException, ServletException {
    boolean authenticated = super.authenticate(response);
    user.loginChanged();
    return authenticated;
  }

  @Override
  public AsyncContext startAsync() {
    return new CarryingAsyncContext(super.startAsync());
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    return new CarryingAsyncContext(super.startAsync(request, response));
  }

  @Override
  public AsyncContext getAsyncContext() {
    return new CarryingAsyncContext(super.getAsyncContext());
  }
}
