package dev.usercontext.it.app.message;

import dev.usercontext.it.app.entry.Receipts;
import dev.usercontext.it.app.work.Action;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.Queue;

/** Sends a message, and waits until it has been consumed. */
@ApplicationScoped
@JMSDestinationDefinition(
    name = "java:app/jms/orders",
    interfaceName = "jakarta.jms.Queue",
    destinationName = "orders")
public class OrderAction implements Action {

  @Resource ConnectionFactory connections;

  @Resource(lookup = "java:app/jms/orders")
  Queue orders;

  @Inject Receipts receipts;

  @Override
  public String name() {
    return "message";
  }

  @Override
  public String run(Parameters parameters) throws Exception {
    String receipt = receipts.open();
    try (JMSContext context = connections.createContext()) {
      context.createProducer().setDeliveryMode(DeliveryMode.NON_PERSISTENT).send(orders, receipt);
    }
    return "done" + receipts.await(receipt);
  }
}
