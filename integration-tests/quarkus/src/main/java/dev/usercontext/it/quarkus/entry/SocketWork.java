package dev.usercontext.it.quarkus.entry;

import dev.usercontext.it.app.entry.EntryWork;
import dev.usercontext.it.app.work.RequestMark;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The work of a WebSocket, which is of the request that opened it. */
@ApplicationScoped
public class SocketWork {

  private static final Pattern REQUEST = Pattern.compile(RequestMark.PARAMETER + "=([0-9a-f]+)");

  @Inject EntryWork work;
  @Inject WebSocketConnection connection;

  /**
   * @param entry what its spans are named after
   */
  public void run(String entry) {
    String query = connection.handshakeRequest().query();
    Matcher request = REQUEST.matcher(query == null ? "" : query);
    try (RequestMark mark = RequestMark.open(request.find() ? request.group(1) : null)) {
      work.run(entry);
    }
  }
}
