package dev.usercontext.it.app.asyncservlet;

import dev.usercontext.it.app.async.Background;
import dev.usercontext.it.app.async.Work;
import dev.usercontext.it.app.work.RequestMark;
import dev.usercontext.it.app.work.Spans;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/** Begins a request and goes on in the way that the path names. */
@WebServlet(
    urlPatterns = {"/servlet/open/async/*", "/servlet/secured/async/*"},
    asyncSupported = true)
public class AsyncServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Background background;
  @Inject transient Spans spans;
  @Inject transient Work work;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AsyncContext async = request.startAsync(request, response);
    async.setTimeout(30_000);
    String how = request.getPathInfo().substring(1);
    work.asking(
        () -> {
          begin(how, async);
          return null;
        });
  }

  private void begin(String how, AsyncContext async) throws IOException {
    Runnable answering = RequestMark.carry(() -> answer(async));
    switch (how) {
      case "start" -> async.start(answering);
      case "background" -> background.execute(answering);
      case "dispatch" -> dispatchInBackground(async, "do/tracer");
      case "complete" -> {
        async.addListener(new Listener(spans));
        background.execute(answering);
      }
      case "error" -> {
        async.addListener(new Listener.OfErrors(spans));
        dispatchInBackground(async, "do/unmapped-failure");
      }
      case "timeout" -> {
        async.addListener(new Listener(spans));
        async.setTimeout(10);
      }
      case "read" ->
          async.getRequest().getInputStream().setReadListener(new Reader(async, work.task()));
      case "write" ->
          async.getResponse().getOutputStream().setWriteListener(new Writer(async, work.task()));
      default -> throw new IllegalArgumentException(how);
    }
  }

  private void answer(AsyncContext async) {
    try {
      String answer = work.run();
      async.getResponse().getWriter().print(answer);
      async.complete();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void dispatchInBackground(AsyncContext async, String target) {
    background.execute(RequestMark.carry(() -> dispatch(async, target)));
  }

  private void dispatch(AsyncContext async, String target) {
    work.run();
    HttpServletRequest request = (HttpServletRequest) async.getRequest();
    async.dispatch(RequestMark.carryIn(request.getServletPath().replace("async", target)));
  }
}
