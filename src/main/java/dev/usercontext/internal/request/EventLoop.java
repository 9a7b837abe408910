package dev.usercontext.internal.request;

import dev.usercontext.internal.diagnostics.ClassPresence;
import dev.usercontext.internal.diagnostics.ServerRuntime;

/** Of Vert.x, on Quarkus: what blocks it holds up all of its connections. */
public final class EventLoop {

  private static final boolean VERTX =
      ServerRuntime.detect() == ServerRuntime.QUARKUS
          && ClassPresence.isPresent("io.vertx.core.Context");

  private EventLoop() {}

  public static boolean isThisThread() {
    return VERTX && Vertx.isOnEventLoop();
  }

  /** A class of its own, so that it is linked only after {@link #VERTX} was asked. */
  private static final class Vertx {
    static boolean isOnEventLoop() {
      return io.vertx.core.Context.isOnEventLoopThread();
    }
  }
}
