package dev.usercontext.it.app.entry;

import dev.usercontext.UserAttributed;
import dev.usercontext.UserId;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Works for the customer that its caller names. */
@ApplicationScoped
public class CustomerWork {

  @Inject Spans spans;

  @UserAttributed
  public void serve(@UserId String customer, String entry) {
    spans.around(entry + "-attributed", () -> spans.leaf(entry + "-attributed-child"));
  }
}
