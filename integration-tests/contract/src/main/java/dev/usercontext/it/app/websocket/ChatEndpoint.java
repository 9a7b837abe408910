package dev.usercontext.it.app.websocket;

import dev.usercontext.it.app.entry.EntryWork;
import dev.usercontext.it.app.entry.Receipts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** An endpoint of Jakarta WebSocket, whose methods take the session. */
@Dependent
@ServerEndpoint("/socket/{zone}/chat")
public class ChatEndpoint {

  @Inject EntryWork work;

  @OnOpen
  public void open(Session session) throws IOException {
    work.run("open");
    session.getBasicRemote().sendText("opened" + Receipts.servedBy());
  }

  @OnMessage
  public String message(Session session, String text) {
    if (text.equals("fail")) {
      throw new IllegalArgumentException(text);
    }
    work.run(text);
    return text + Receipts.servedBy();
  }

  @OnError
  public void failed(Session session, Throwable failure) throws IOException {
    work.run("error");
    session.getBasicRemote().sendText(failure.getMessage() + Receipts.servedBy());
  }

  @OnClose
  public void close(Session session) {
    work.run("close");
  }
}
