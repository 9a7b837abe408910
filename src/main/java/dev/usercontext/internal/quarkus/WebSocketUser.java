package dev.usercontext.internal.quarkus;

import dev.usercontext.internal.request.RequestUser;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.Context;
import org.jspecify.annotations.Nullable;

/** The user of the WebSocket whose callback this is. */
public final class WebSocketUser {

  /** Where Quarkus keeps the connection of a callback. If it moves, callbacks have nobody. */
  private static final String CONNECTION =
      "io.quarkus.websockets.next.runtime.WebSocketConnectionBase";

  private WebSocketUser() {}

  public static @Nullable RequestUser find() {
    WebSocketConnection socket = VertxRequest.local(CONNECTION, WebSocketConnection.class);
    return socket == null ? null : userOf(socket);
  }

  /** Nobody yet where a resolver would have to be asked on the event loop, since it may block. */
  private static @Nullable RequestUser userOf(WebSocketConnection socket) {
    RequestUser user = socket.userData().get(WebSocketHandshake.USER);
    return user == null || (user.mayBlock() && Context.isOnEventLoopThread()) ? null : user;
  }
}
