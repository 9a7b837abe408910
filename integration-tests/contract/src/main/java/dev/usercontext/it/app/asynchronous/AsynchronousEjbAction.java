package dev.usercontext.it.app.asynchronous;

import dev.usercontext.it.app.entry.Receipts;
import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.RequestMark;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** Calls both methods of the EJB, and waits for them. */
@ApplicationScoped
public class AsynchronousEjbAction implements Action {

  @EJB AsynchronousEjb ejb;
  @Inject Receipts receipts;

  @Override
  public String name() {
    return "ejb-asynchronous";
  }

  @Override
  public String run(Parameters parameters) throws Exception {
    String thread = ejb.withResult(RequestMark.current()).get(30, TimeUnit.SECONDS);
    String receipt = receipts.open();
    ejb.fireAndForget(receipt);
    return "done" + thread + receipts.await(receipt);
  }
}
