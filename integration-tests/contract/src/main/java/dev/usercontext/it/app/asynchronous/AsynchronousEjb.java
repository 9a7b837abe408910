package dev.usercontext.it.app.asynchronous;

import dev.usercontext.it.app.entry.EntryWork;
import dev.usercontext.it.app.entry.Receipts;
import dev.usercontext.it.app.work.RequestMark;
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
  public Future<String> withResult(String request) {
    try (RequestMark mark = RequestMark.open(request)) {
      work.run("ejb-async");
    }
    return new AsyncResult<>(Receipts.servedBy());
  }

  @Asynchronous
  public void fireAndForget(String receipt) {
    try (RequestMark mark = receipts.mark(receipt)) {
      work.run("ejb-fire");
    }
    receipts.sign(receipt);
  }
}
