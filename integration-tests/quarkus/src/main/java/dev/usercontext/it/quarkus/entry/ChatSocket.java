package dev.usercontext.it.quarkus.entry;

import dev.usercontext.it.app.entry.Receipts;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import jakarta.inject.Inject;

/** An endpoint of WebSockets Next that may block. */
@WebSocket(path = "/socket/{zone}/chat")
public class ChatSocket {

  @Inject SocketWork work;

  @OnOpen
  public String open() {
    work.run("open");
    return "opened" + Receipts.servedBy();
  }

  @OnTextMessage
  public String message(String text) {
    if (text.equals("fail")) {
      throw new IllegalArgumentException(text);
    }
    work.run(text);
    return text + Receipts.servedBy();
  }

  @OnError
  public String failed(IllegalArgumentException failure) {
    work.run("error");
    return failure.getMessage() + Receipts.servedBy();
  }

  @OnClose
  public void close() {
    work.run("close");
  }
}
