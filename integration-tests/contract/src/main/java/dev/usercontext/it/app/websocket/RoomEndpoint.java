package dev.usercontext.it.app.websocket;

import dev.usercontext.UserAttributed;
import dev.usercontext.UserId;
import dev.usercontext.it.app.entry.Receipts;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** An endpoint of Jakarta WebSocket whose methods say whom they work for. */
@Dependent
@ServerEndpoint("/socket/{zone}/room/{customer}")
public class RoomEndpoint {

  @Inject Spans spans;

  @OnOpen
  public void open(Session session) throws IOException {
    session.getBasicRemote().sendText("opened" + Receipts.servedBy());
  }

  @OnMessage
  @UserAttributed
  public String message(String text, @PathParam("customer") @UserId String customer) {
    spans.leaf(text);
    return text + Receipts.servedBy();
  }
}
