package dev.usercontext.internal.quarkus;

import dev.usercontext.internal.request.OpenTraces;
import dev.usercontext.internal.request.RequestUser;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.quarkus.websockets.next.WebSocketConnection;
import org.jspecify.annotations.Nullable;

/**
 * The user of a WebSocket, for its callbacks.
 *
 * @param handshake the trace of the request that opened it
 */
public record WebSocketUser(RequestUser user, String handshake) {

  /** Where Quarkus keeps the connection of a callback. If it moves, callbacks have nobody. */
  private static final String CONNECTION =
      "io.quarkus.websockets.next.runtime.WebSocketConnectionBase";

  static WebSocketUser of(EarlyUser early) {
    SpanContext server = Span.fromContext(early.request()).getSpanContext();
    return new WebSocketUser(early.user(), server.getTraceId());
  }

  /**
   * Whose the callback is that this is, for what starts in {@code parent}; null where that, or what
   * is current, is known to be the work of another. It waits for something that the callback has
   * asked for, as an item that several share, and goes on where that comes.
   */
  public static @Nullable RequestUser find(Context parent) {
    WebSocketConnection socket = VertxRequest.local(CONNECTION, WebSocketConnection.class);
    WebSocketUser known = socket == null ? null : socket.userData().get(WebSocketHandshake.USER);
    if (known == null || known.isUnknownHere()) {
      return null;
    }
    Context current = Context.current();
    boolean isOfAnother =
        known.isOfAnother(parent) || (current != parent && known.isOfAnother(current));
    return isOfAnother ? null : known.user;
  }

  /** A trace has begun here: if this is a callback, it is one of those of the callback. */
  public static void traceBegan(String id) {
    if (VertxRequest.local(CONNECTION, WebSocketConnection.class) == null) {
      return;
    }
    CallbackTraces traces = VertxRequest.local(CallbackTraces.class, CallbackTraces.class);
    if (traces == null) {
      traces = new CallbackTraces();
      VertxRequest.putLocal(CallbackTraces.class, traces);
    }
    traces.add(id);
  }

  /** Nobody yet where a resolver would have to be asked on the event loop, since it may block. */
  private boolean isUnknownHere() {
    return user.mayBlock() && io.vertx.core.Context.isOnEventLoopThread();
  }

  /**
   * A callback has no span of its own whose trace would tell. So what nothing is known of is its
   * work: that without a span, that of a sender, and what is not recorded.
   */
  private boolean isOfAnother(Context context) {
    SpanContext span = Span.fromContext(context).getSpanContext();
    return span.isValid()
        && span.isSampled()
        && !span.isRemote()
        && !span.getTraceId().equals(handshake)
        && !hasBegunHere(span.getTraceId())
        && OpenTraces.isOfAnother(span, user);
  }

  private static boolean hasBegunHere(String trace) {
    CallbackTraces traces = VertxRequest.local(CallbackTraces.class, CallbackTraces.class);
    return traces != null && traces.contains(trace);
  }
}
