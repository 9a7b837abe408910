package dev.usercontext.demo.refund;

import dev.usercontext.UserContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Sends the message. */
@ApplicationScoped
public class RefundDesk {

  @Inject Event<RefundRequested> requests;

  public String request(String order) {
    UserContext user = UserContext.current().orElseThrow();
    requests.fireAsync(
        new RefundRequested(
            user.userId(),
            user.email().orElse(null),
            String.valueOf(user.attrs().get("plan")),
            order));
    return "The refund of order " + order + " is on its way to the accounts.";
  }
}
