package dev.usercontext.it.quarkus.entry;

import dev.usercontext.it.app.entry.Receipts;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;

/** Goes on with what has been done for a customer. */
@WebSocket(path = "/socket/{zone}/refunds")
public class RefundSocket {

  @Inject Refunds refunds;
  @Inject SocketWork work;

  @OnOpen
  public Uni<String> open() {
    return Uni.createFrom().item("opened" + Receipts.servedBy());
  }

  @OnTextMessage
  public Uni<String> message(String text) {
    return refunds
        .refund("customer-7", text)
        .map(
            refunded -> {
              work.run(text);
              return refunded + Receipts.servedBy();
            });
  }
}
