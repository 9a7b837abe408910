package dev.usercontext.it.app.asynchronous;

import dev.usercontext.it.app.entry.EntryWork;
import dev.usercontext.it.app.entry.Receipts;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.concurrent.Future;

/** An EJB whose methods run on threads of the EJB container. */
@Stateless
public class AsynchronousEjb {

  @Inject EntryWork work;
  @Inject Receipts receipts;

  @Asynchronous
  public Future<String> withResult() {
    work.run("ejb-async");
    return new AsyncResult<>(Receipts.servedBy());
  }

  @Asynchronous
  public void fireAndForget(String receipt) {
    work.run("ejb-fire");
    receipts.sign(receipt);
  }
}
