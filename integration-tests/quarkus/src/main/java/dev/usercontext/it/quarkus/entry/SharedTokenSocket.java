package dev.usercontext.it.quarkus.entry;

import dev.usercontext.it.app.entry.Receipts;
import dev.usercontext.it.quarkus.SharedToken;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import jakarta.inject.Inject;

/** Waits for a token for each message. */
@WebSocket(path = "/socket/{zone}/shared-token")
public class SharedTokenSocket {

  @Inject SharedToken token;

  @OnOpen
  public String open() {
    return "opened" + Receipts.servedBy();
  }

  @OnTextMessage
  public String message(String text) {
    return token.fetch(text) + Receipts.servedBy();
  }
}
