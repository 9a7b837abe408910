package dev.usercontext.it.app.identity;

import dev.usercontext.UserContext;
import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The caller, or else the help desk, works in the account of a customer. */
@ApplicationScoped
public class ActingForAction implements Action {

  private static final UserContext HELP_DESK = UserContext.builder("help-desk").build();
  private static final UserContext CUSTOMER = UserContext.builder("customer-4711").build();

  @Inject Spans spans;

  @Override
  public String name() {
    return "acting-for";
  }

  @Override
  public String run(Parameters parameters) {
    UserContext support = UserContext.current().orElse(HELP_DESK);
    support.actingFor(CUSTOMER).run(() -> spans.leaf("refund"));
    return "refunded";
  }
}
