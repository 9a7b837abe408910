package dev.usercontext.docs.examples;

import dev.usercontext.docs.examples.Orders.Order;
import jakarta.inject.Inject;

/** What a message comes to, in place of a message-driven bean. */
class OrderListener {

  @Inject Orders orders;

  void onMessage(String customer, String plan, Order order) {
    // docs: another bean
    orders.onOrder(customer, plan, order); // a call of another bean: the interceptor runs
    // docs: end
  }
}
