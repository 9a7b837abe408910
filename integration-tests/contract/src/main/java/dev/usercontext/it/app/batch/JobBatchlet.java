package dev.usercontext.it.app.batch;

import dev.usercontext.it.app.entry.EntryWork;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The first step of the job. */
@Named("jobBatchlet")
@Dependent
public class JobBatchlet extends AbstractBatchlet {

  @Inject EntryWork work;

  @Override
  public String process() {
    work.run("batchlet");
    return "COMPLETED";
  }
}
