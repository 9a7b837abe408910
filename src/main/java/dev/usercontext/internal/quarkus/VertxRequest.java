package dev.usercontext.internal.quarkus;

import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.request.RequestUser;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/**
 * The user of the request whose Vert.x context this is. Quarkus takes the context of OpenTelemetry
 * and the request scope away as soon as the response has ended, although the method that answered
 * may go on; its Vert.x context, of which each request has one of its own, stays.
 */
public final class VertxRequest {

  private VertxRequest() {}

  /**
   * Begins a request, unless this is the Vert.x context of another one, where whoever has
   * authenticated both has left this one.
   *
   * @param request the context of its server span, which carries its user
   */
  public static void put(Context request) {
    Context here = requestOf(local(RequestUser.class, Object.class));
    if (here == null || !isOfOtherTrace(request, here)) {
      putLocal(RequestUser.class, request);
    }
  }

  /** The user of the request whose Vert.x context this is, once a filter has begun it. */
  static @Nullable RequestUser begun(io.vertx.core.@Nullable Context vertx) {
    Context request = local(vertx, RequestUser.class, Context.class);
    return request == null ? null : userIn(request);
  }

  /**
   * The same for what starts in {@code parent}; null where that, or what is current, is of another
   * trace. Such work waits for something that the request has asked for, as an item that several
   * share, and goes on where that comes.
   */
  public static @Nullable RequestUser find(Context parent) {
    Object kept = local(RequestUser.class, Object.class);
    Context request = requestOf(kept);
    if (request == null
        || isOfOtherTrace(parent, request)
        || isOfOtherTrace(Context.current(), request)) {
      return null;
    }
    return kept instanceof EarlyUser early ? early.user() : userIn(request);
  }

  /** The context of the server span, of what a Vert.x context keeps. */
  private static @Nullable Context requestOf(@Nullable Object kept) {
    if (kept instanceof EarlyUser early) {
      return early.request();
    }
    return kept instanceof Context request ? request : null;
  }

  private static @Nullable RequestUser userIn(Context request) {
    return Carried.in(request) instanceof RequestUser user ? user : null;
  }

  private static boolean isOfOtherTrace(Context context, Context request) {
    SpanContext span = Span.fromContext(context).getSpanContext();
    SpanContext server = Span.fromContext(request).getSpanContext();
    return span.isValid() && server.isValid() && !span.getTraceId().equals(server.getTraceId());
  }

  /** Whether this thread works in a context that could have a user, if only of a request. */
  public static boolean mayBeHere() {
    try {
      return VertxContext.isOnDuplicatedContext();
    } catch (LinkageError e) {
      return false;
    }
  }

  /** The one that {@link #mayBeHere} speaks of; null where there is none. */
  public static @Nullable Object context() {
    return mayBeHere() ? Vertx.currentContext() : null;
  }

  /**
   * Until a filter begins the request, if there is one.
   *
   * @param request what is current; what is early in a Vert.x context of another trace is not of it
   */
  public static @Nullable EarlyUser early(Context request) {
    EarlyUser early = local(RequestUser.class, EarlyUser.class);
    return early == null || isOfOtherTrace(request, early.request()) ? null : early;
  }

  /** Whether this thread works in that Vert.x context, and so for no other request. */
  static boolean isHere(io.vertx.core.@Nullable Context vertx) {
    return vertx != null && vertx == current();
  }

  /** Keeps it in the Vert.x context of its request, which need not be the current one. */
  static void putEarly(EarlyUser early, io.vertx.core.@Nullable Context vertx) {
    putLocal(vertx, RequestUser.class, early);
  }

  /** Has the current context keep {@code value}, if it can. */
  static void putLocal(Object key, Object value) {
    putLocal(current(), key, value);
  }

  private static void putLocal(io.vertx.core.@Nullable Context vertx, Object key, Object value) {
    try {
      if (vertx != null) {
        vertx.putLocal(key, value);
      }
    } catch (UnsupportedOperationException | LinkageError e) {
      // As below.
    }
  }

  /** What the current context keeps under {@code key}. */
  static <T> @Nullable T local(Object key, Class<T> type) {
    return local(current(), key, type);
  }

  private static <T> @Nullable T local(
      io.vertx.core.@Nullable Context vertx, Object key, Class<T> type) {
    try {
      Object local = vertx == null ? null : vertx.getLocal(key);
      return type.isInstance(local) ? type.cast(local) : null;
    } catch (UnsupportedOperationException | LinkageError e) {
      // The context of an event loop itself, which has no locals, or another Vert.x.
      return null;
    }
  }

  private static io.vertx.core.@Nullable Context current() {
    try {
      return Vertx.currentContext();
    } catch (LinkageError e) {
      return null;
    }
  }
}
