package dev.usercontext.it.quarkus.entry;

import dev.usercontext.it.app.work.Actions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Runs actions for requests that no filter of Jakarta EE sees. */
@ApplicationScoped
public class ActionRoute {

  @Inject Actions actions;

  void register(@Observes Router router) {
    router.get("/route/:zone/do/:action").blockingHandler(this::run, false);
  }

  private void run(RoutingContext request) {
    try {
      String answer = actions.run(request.pathParam("action"), request.queryParams()::get);
      request.response().putHeader("Served-By", Thread.currentThread().getName()).end(answer);
    } catch (Exception e) {
      request.fail(e);
    }
  }
}
