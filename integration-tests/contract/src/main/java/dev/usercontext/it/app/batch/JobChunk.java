package dev.usercontext.it.app.batch;

import dev.usercontext.it.app.entry.EntryWork;
import dev.usercontext.it.app.entry.Receipts;
import dev.usercontext.it.app.work.RequestMark;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Iterator;
import java.util.List;

/** The second step of the job: one item is read, processed and written. */
public final class JobChunk {

  private JobChunk() {}

  /** Reads one item. */
  @Named("jobReader")
  @Dependent
  public static class Reader extends AbstractItemReader {

    private final Iterator<String> items = List.of("item").iterator();

    @Inject
    @BatchProperty(name = JobAction.RECEIPT)
    String receipt;

    @Inject EntryWork work;
    @Inject Receipts receipts;

    @Override
    public Object readItem() {
      if (!items.hasNext()) {
        return null;
      }
      try (RequestMark mark = receipts.mark(receipt)) {
        work.run("reader");
      }
      return items.next();
    }
  }

  /** Processes it. */
  @Named("jobProcessor")
  @Dependent
  public static class Processor implements ItemProcessor {

    @Inject
    @BatchProperty(name = JobAction.RECEIPT)
    String receipt;

    @Inject EntryWork work;
    @Inject Receipts receipts;

    @Override
    public Object processItem(Object item) {
      try (RequestMark mark = receipts.mark(receipt)) {
        work.run("processor");
      }
      return item;
    }
  }

  /** Writes it. */
  @Named("jobWriter")
  @Dependent
  public static class Writer extends AbstractItemWriter {

    @Inject
    @BatchProperty(name = JobAction.RECEIPT)
    String receipt;

    @Inject EntryWork work;
    @Inject Receipts receipts;

    @Override
    public void writeItems(List<Object> items) {
      try (RequestMark mark = receipts.mark(receipt)) {
        work.run("writer");
      }
    }
  }

  /** Signs the receipt when the job is over. */
  @Named("jobListener")
  @Dependent
  public static class Listener extends AbstractJobListener {

    @Inject
    @BatchProperty(name = JobAction.RECEIPT)
    String receipt;

    @Inject Receipts receipts;

    @Override
    public void afterJob() {
      receipts.sign(receipt);
    }
  }
}
