package dev.usercontext.it.app.message;

import dev.usercontext.it.app.entry.EntryWork;
import dev.usercontext.it.app.entry.Receipts;
import dev.usercontext.it.app.work.RequestMark;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;

/** A message-driven bean. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:app/jms/orders"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue")
    })
public class OrderBean implements MessageListener {

  @Inject EntryWork work;
  @Inject Receipts receipts;

  @Override
  public void onMessage(Message message) {
    String receipt = text(message);
    try (RequestMark mark = receipts.mark(receipt)) {
      work.run("order");
    }
    receipts.sign(receipt);
  }

  private static String text(Message message) {
    try {
      return ((TextMessage) message).getText();
    } catch (JMSException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
