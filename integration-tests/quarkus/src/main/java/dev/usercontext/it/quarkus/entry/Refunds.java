package dev.usercontext.it.quarkus.entry;

import dev.usercontext.UserAttributed;
import dev.usercontext.UserId;
import dev.usercontext.it.app.work.Spans;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Work for a customer that is done when somebody subscribes to it. */
@ApplicationScoped
public class Refunds {

  @Inject Spans spans;

  @UserAttributed
  public Uni<String> refund(@UserId String customer, String order) {
    return Uni.createFrom()
        .item(order)
        .map(
            refunded -> {
              spans.leaf("refund");
              return refunded;
            });
  }
}
