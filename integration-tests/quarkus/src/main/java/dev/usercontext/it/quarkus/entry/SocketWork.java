package dev.usercontext.it.quarkus.entry;

import dev.usercontext.it.app.entry.EntryWork;
import dev.usercontext.it.app.work.RequestMark;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The work of a WebSocket, which is of the request that opened it. */
@ApplicationScoped
public class SocketWork {

  @Inject EntryWork work;
  @Inject WebSocketConnection connection;

  /**
   * @param entry what its spans are named after
   */
  public void run(String entry) {
    String query = connection.handshakeRequest().query();
    try (RequestMark mark = RequestMark.open(RequestMark.in(query))) {
      work.run(entry);
    }
  }
}
