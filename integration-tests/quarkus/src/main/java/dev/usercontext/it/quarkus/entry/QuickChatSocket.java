package dev.usercontext.it.quarkus.entry;

import dev.usercontext.it.app.entry.Receipts;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;

/** An endpoint of WebSockets Next on the event loop. */
@WebSocket(path = "/socket/{zone}/quick-chat")
public class QuickChatSocket {

  @Inject SocketWork work;

  @OnOpen
  public Uni<String> open() {
    work.run("open");
    return Uni.createFrom().item("opened" + Receipts.servedBy());
  }

  @OnTextMessage
  public Uni<String> message(String text) {
    work.run(text);
    return Uni.createFrom().item(text + Receipts.servedBy());
  }

  @OnClose
  public Uni<Void> close() {
    work.run("close");
    return Uni.createFrom().voidItem();
  }
}
