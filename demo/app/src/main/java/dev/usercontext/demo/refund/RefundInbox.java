package dev.usercontext.demo.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

/**
 * Takes the messages: those of the process itself, since all three runtimes have that. With a
 * broker, this is {@code @Incoming} or a message-driven bean.
 */
@ApplicationScoped
public class RefundInbox {

  @Inject RefundHandler handler;

  void onRequest(@ObservesAsync RefundRequested refund) {
    handler.onRefund(refund.customer(), refund.email(), refund.plan(), refund.order());
  }
}
