package dev.usercontext.internal.servlet;

import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.HandOff;
import dev.usercontext.internal.current.CurrentUser;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/**
 * Has the tasks and listeners of an asynchronous request run as who gave them: servers run them on
 * threads that know nothing of the request.
 */
final class CarryingAsyncContext implements AsyncContext {

  private final AsyncContext delegate;

  CarryingAsyncContext(AsyncContext delegate) {
    this.delegate = delegate;
  }

  @Override
  public void start(Runnable task) {
    Carried carried = CurrentUser.toHandOn();
    delegate.start(carried == null ? task : HandOff.of(carried).wrap(task));
  }

  @Override
  public void addListener(AsyncListener listener) {
    delegate.addListener(carrying(listener));
  }

  @Override
  public void addListener(
      AsyncListener listener, ServletRequest request, ServletResponse response) {
    delegate.addListener(carrying(listener), request, response);
  }

  /** No class of ours implements it: WildFly would take that for a component of the application. */
  private static AsyncListener carrying(AsyncListener listener) {
    Carried carried = CurrentUser.toHandOn();
    return carried == null
        ? listener
        : HandOff.of(carried).wrapCallback(AsyncListener.class, listener);
  }

  @Override
  public ServletRequest getRequest() {
    return delegate.getRequest();
  }

  @Override
  public ServletResponse getResponse() {
    return delegate.getResponse();
  }

  @Override
  public boolean hasOriginalRequestAndResponse() {
    return delegate.hasOriginalRequestAndResponse();
  }

  @Override
  public void dispatch() {
    delegate.dispatch();
  }

  @Override
  public void dispatch(String path) {
    delegate.dispatch(path);
  }

  @Override
  public void dispatch(ServletContext context, String path) {
    delegate.dispatch(context, path);
  }

  @Override
  public void complete() {
    delegate.complete();
  }

  @Override
  public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
    return delegate.createListener(type);
  }

  @Override
  public void setTimeout(long milliseconds) {
    delegate.setTimeout(milliseconds);
  }

  @Override
  public long getTimeout() {
    return delegate.getTimeout();
  }
}
