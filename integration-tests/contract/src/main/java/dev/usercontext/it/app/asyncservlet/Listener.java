package dev.usercontext.it.app.asyncservlet;

import dev.usercontext.it.app.work.RequestMark;
import dev.usercontext.it.app.work.Spans;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;

/** Works at every turn of an asynchronous request. */
class Listener implements AsyncListener {

  private final String request = RequestMark.current();
  private final Spans spans;

  Listener(Spans spans) {
    this.spans = spans;
  }

  @Override
  public void onComplete(AsyncEvent event) {
    leaf("on-complete");
  }

  @Override
  public void onTimeout(AsyncEvent event) throws IOException {
    leaf("on-timeout");
    event.getSuppliedResponse().getWriter().print("too late");
    event.getAsyncContext().complete();
  }

  @Override
  public void onError(AsyncEvent event) {
    leaf("on-error");
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // A dispatch does not begin again here.
  }

  private void leaf(String name) {
    try (RequestMark mark = RequestMark.open(request)) {
      spans.leaf(name);
    }
  }

  /** Leaves it at the error. */
  static final class OfErrors extends Listener {

    OfErrors(Spans spans) {
      super(spans);
    }

    @Override
    public void onComplete(AsyncEvent event) {
      // What comes after an error has no thread of its own that one could rely on.
    }
  }
}
