package dev.usercontext.it.app.batch;

import dev.usercontext.it.app.entry.EntryWork;
import dev.usercontext.it.app.entry.Receipts;
import dev.usercontext.it.app.work.RequestMark;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The first step of the job. */
@Named("jobBatchlet")
@Dependent
public class JobBatchlet extends AbstractBatchlet {

  @Inject
  @BatchProperty(name = JobAction.RECEIPT)
  String receipt;

  @Inject EntryWork work;
  @Inject Receipts receipts;

  @Override
  public String process() {
    try (RequestMark mark = receipts.mark(receipt)) {
      work.run("batchlet");
    }
    return "COMPLETED";
  }
}
