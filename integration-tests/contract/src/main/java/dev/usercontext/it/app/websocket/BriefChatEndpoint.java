package dev.usercontext.it.app.websocket;

import dev.usercontext.it.app.entry.EntryWork;
import dev.usercontext.it.app.entry.Receipts;
import dev.usercontext.it.app.work.RequestMark;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** An endpoint of Jakarta WebSocket that answers without its session. */
@Dependent
@ServerEndpoint("/socket/{zone}/brief-chat")
public class BriefChatEndpoint {

  @Inject EntryWork work;

  @OnOpen
  public void open(Session session) throws IOException {
    work(session, "open");
    session.getBasicRemote().sendText("opened" + Receipts.servedBy());
  }

  @OnMessage
  public String message(String text) {
    work.run(text);
    return text + Receipts.servedBy();
  }

  private void work(Session session, String entry) {
    try (RequestMark mark = RequestMark.open(RequestMark.in(session.getQueryString()))) {
      work.run(entry);
    }
  }
}
