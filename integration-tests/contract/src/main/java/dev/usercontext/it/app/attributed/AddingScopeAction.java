package dev.usercontext.it.app.attributed;

import dev.usercontext.UserContext;
import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Says more of the caller for a part of the work. */
@ApplicationScoped
public class AddingScopeAction implements Action {

  @Inject Spans spans;
  @Inject UserContext caller;

  @Override
  public String name() {
    return "adding-scope";
  }

  @Override
  public String run(Parameters parameters) {
    if (caller.isPresent()) {
      caller.toBuilder().attr("step", "checkout").build().run(() -> spans.leaf("checkout"));
    } else {
      spans.leaf("checkout");
    }
    spans.leaf("after-checkout");
    return "checked out";
  }
}
