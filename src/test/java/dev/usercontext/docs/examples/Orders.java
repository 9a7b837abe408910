package dev.usercontext.docs.examples;

import dev.usercontext.UserAttr;
import dev.usercontext.UserAttributed;
import dev.usercontext.UserContext;
import dev.usercontext.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Work that no request has begun. */
@ApplicationScoped
class Orders {

  @Inject Work work;

  // docs: user of a parameter
  @UserAttributed
  void onOrder(@UserId String customer, @UserAttr("plan") String plan, Order order) {
    work.on(order);
  }

  // docs: end

  // docs: a scope for each
  void everyNight(List<Order> orders) {
    for (Order order : orders) {
      UserContext.builder(order.customer()).build().run(() -> work.on(order));
    }
  }

  // docs: end

  // docs: required
  @UserAttributed(required = true, attrs = "feature=refund")
  void refund(Order order) {
    work.on(order);
  }

  // docs: end

  record Order(String customer) {}

  interface Work {
    void on(Order order);
  }
}
