package dev.usercontext.internal.quarkus;

import dev.usercontext.internal.request.RequestUser;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/**
 * The user of the request whose Vert.x context this is. Quarkus takes the context of OpenTelemetry
 * and the request scope away as soon as the response has ended, although the method that answered
 * may go on; its Vert.x context, of which each request has one of its own, stays.
 */
public final class VertxRequest {

  private VertxRequest() {}

  public static void put(RequestUser user) {
    putLocal(user);
  }

  public static @Nullable RequestUser find() {
    return local(RequestUser.class, RequestUser.class);
  }

  /** Whether this thread works in a context that could have a user, if only of a request. */
  public static boolean mayBeHere() {
    try {
      return VertxContext.isOnDuplicatedContext();
    } catch (LinkageError e) {
      return false;
    }
  }

  /** Until there is a user of the request; nobody else is to see it. */
  public static @Nullable EarlyUser early() {
    return local(RequestUser.class, EarlyUser.class);
  }

  static void putEarly(EarlyUser early) {
    putLocal(early);
  }

  private static void putLocal(Object value) {
    try {
      Context context = Vertx.currentContext();
      if (context != null) {
        context.putLocal(RequestUser.class, value);
      }
    } catch (UnsupportedOperationException | LinkageError e) {
      // As below.
    }
  }

  /** What the current context keeps under {@code key}. */
  static <T> @Nullable T local(Object key, Class<T> type) {
    try {
      Context context = Vertx.currentContext();
      Object local = context == null ? null : context.getLocal(key);
      return type.isInstance(local) ? type.cast(local) : null;
    } catch (UnsupportedOperationException | LinkageError e) {
      // The context of an event loop itself, which has no locals, or another Vert.x.
      return null;
    }
  }
}
