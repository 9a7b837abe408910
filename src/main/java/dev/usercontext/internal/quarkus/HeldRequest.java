package dev.usercontext.internal.quarkus;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** A request of Quarkus REST that a filter on the event loop holds up, since it has to block. */
public final class HeldRequest {

  private HeldRequest() {}

  /**
   * Lets the request go on once a worker has done its task.
   *
   * @param task runs with the trace and the request scope of the request
   * @param next runs on the event loop again, before what follows the filter
   */
  public static void whileOnWorker(ContainerRequestContext request, Runnable task, Runnable next) {
    Context context = Vertx.currentContext();
    if (context == null || !(request instanceof ResteasyReactiveContainerRequestContext held)) {
      return;
    }
    Runnable withScope = Infrastructure.decorate(task);
    Runnable goOn =
        () -> {
          try {
            next.run();
          } finally {
            held.resume();
          }
        };
    held.suspend();
    // Not at once: this thread takes the request scope away as it leaves the request.
    context.runOnContext(left -> WorkerThread.run(context, withScope, goOn));
  }
}
