package dev.usercontext.it.app.batch;

import dev.usercontext.it.app.entry.Receipts;
import dev.usercontext.it.app.work.Action;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Properties;

/** Starts the job, of a batchlet and a chunk, and waits for its end. */
@ApplicationScoped
public class JobAction implements Action {

  static final String RECEIPT = "receipt";

  @Inject Receipts receipts;

  @Override
  public String name() {
    return "job";
  }

  @Override
  public String run(Parameters parameters) throws Exception {
    String receipt = receipts.open();
    Properties properties = new Properties();
    properties.setProperty(RECEIPT, receipt);
    BatchRuntime.getJobOperator().start("entries", properties);
    return "done" + receipts.await(receipt);
  }
}
