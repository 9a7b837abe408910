package dev.usercontext.internal.attributed;

import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.current.ResolverLookup;
import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;

/** The session of a Jakarta WebSocket: on its threads, nothing else knows the user. */
final class WebSocketSession {

  private WebSocketSession() {}

  /** By name, since the API is optional. */
  static boolean isType(Class<?> type) {
    return type.getName().equals("jakarta.websocket.Session");
  }

  /** Who has sent the handshake; null for nobody. */
  static @Nullable UserValue userOf(@Nullable Object session) {
    return session == null
        ? null
        : ResolverLookup.resolution().resolve(((Session) session).getUserPrincipal(), null);
  }
}
