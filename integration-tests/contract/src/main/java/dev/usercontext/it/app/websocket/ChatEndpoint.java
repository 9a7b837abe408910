package dev.usercontext.it.app.websocket;

import dev.usercontext.it.app.entry.EntryWork;
import dev.usercontext.it.app.entry.Receipts;
import dev.usercontext.it.app.work.RequestMark;
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
    work(session, "open");
    session.getBasicRemote().sendText("opened" + Receipts.servedBy());
  }

  @OnMessage
  public String message(Session session, String text) {
    if (text.equals("fail")) {
      throw new IllegalArgumentException(text);
    }
    work(session, text);
    return text + Receipts.servedBy();
  }

  @OnError
  public void failed(Session session, Throwable failure) throws IOException {
    work(session, "error");
    session.getBasicRemote().sendText(failure.getMessage() + Receipts.servedBy());
  }

  @OnClose
  public void close(Session session) {
    work(session, "close");
  }

  private void work(Session session, String entry) {
    try (RequestMark mark = RequestMark.open(RequestMark.in(session.getQueryString()))) {
      work.run(entry);
    }
  }
}
