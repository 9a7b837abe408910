package dev.usercontext.docs.examples;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

// docs: a socket
@Dependent
@ServerEndpoint("/orders")
public class OrderSocket {

  @Inject OrderStatus status;

  @OnMessage
  public String onText(String order, Session session) {
    return status.of(order); // for the user who opened the socket
  }
}

// docs: end

interface OrderStatus {
  String of(String order);
}
