package dev.usercontext.it.app.failing;

import dev.usercontext.it.app.work.Spans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CountDownLatch;

/** Logs the caller in while another thread of the request works. */
@ApplicationScoped
public class ConcurrentLogin {

  @Inject Spans spans;

  public String run(HttpServletRequest request) throws ServletException, InterruptedException {
    CountDownLatch loggedIn = new CountDownLatch(1);
    Thread elsewhere = new Thread(Context.current().wrap(() -> work(loggedIn)), "elsewhere");
    elsewhere.start();
    String user = request.getParameter("user");
    try {
      if (user != null) {
        request.login(user, request.getParameter("password"));
      }
    } finally {
      loggedIn.countDown();
      elsewhere.join();
    }
    spans.leaf("after-login");
    return "logged in";
  }

  private void work(CountDownLatch loggedIn) {
    Span open = spans.open("elsewhere-open-at-login");
    try {
      loggedIn.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    open.end();
    spans.leaf("elsewhere-after-login");
  }
}
