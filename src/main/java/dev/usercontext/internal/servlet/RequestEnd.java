package dev.usercontext.internal.servlet;

import dev.usercontext.internal.request.RequestUser;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;

/** Ends the user of a request with the request, also where that goes on asynchronously. */
final class RequestEnd implements AsyncListener {

  private final RequestUser user;

  private RequestEnd(RequestUser user) {
    this.user = user;
  }

  static void await(HttpServletRequest request, RequestUser user) {
    if (request.isAsyncStarted()) {
      try {
        request.getAsyncContext().addListener(new RequestEnd(user));
        return;
      } catch (IllegalStateException e) {
        // Another thread has completed the request in between.
      }
    }
    user.end();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    user.end();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    // What follows is a dispatch to an error page, or the completion.
  }

  @Override
  public void onError(AsyncEvent event) {
    // As after a timeout.
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // A new cycle forgets its listeners; the filter adds one again when its dispatch returns.
  }
}
