package dev.usercontext.dashboard.store;

import dev.usercontext.dashboard.model.StoredSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue before a store. One thread writes; what arrives while it does is written
 * together the next time, so that many small batches cost one commit.
 */
public final class GroupCommit implements AutoCloseable {
  /** Spans of one commit, unless a single batch is larger. */
  private static final int COMMIT = 16_384;

  /** Likewise; a store needs memory for what it writes, too. */
  private static final long COMMIT_BYTES = 16 << 20;

  /** For a moment without memory; each tells at least one more of those that listen. */
  private static final int TRIES = 100;

  /**
   * What came together.
   *
   * @param over whether it waits no more: one that fails while it is finished is counted once
   */
  private record Batch(
      List<StoredSpan> spans, long bytes, CompletableFuture<Void> done, AtomicBoolean over) {}

  private final SpanStore store;
  private final int capacity;
  private final long capacityBytes;
  private final ArrayDeque<Batch> waiting = new ArrayDeque<>();
  private final Thread writer;
  private int queued;
  private long queuedBytes;
  private boolean closed;

  /**
   * Starts the thread.
   *
   * @param capacity how many spans may wait, those being written included
   * @param capacityBytes how large they may be together: a span may be some bytes, or megabytes
   */
  public GroupCommit(SpanStore store, int capacity, long capacityBytes) {
    this.store = store;
    this.capacity = capacity;
    this.capacityBytes = capacityBytes;
    this.writer = new Thread(this::run, "span-writer");
    this.writer.setDaemon(true);
    this.writer.start();
  }

  /**
   * Takes spans to be stored. Any thread; never blocks.
   *
   * @param bytes how large they were as they came
   * @return completes once they are durable, or with what went wrong; empty if the queue is full. A
   *     batch larger than the whole queue is taken when nothing else waits.
   */
  public synchronized Optional<CompletableFuture<Void>> submit(List<StoredSpan> spans, long bytes) {
    if (closed) {
      return Optional.of(
          CompletableFuture.failedFuture(
              new StoreException(StoreException.Code.UCD007, "The store is closed.")));
    }
    if (queued > 0 && (queued + spans.size() > capacity || queuedBytes + bytes > capacityBytes)) {
      return Optional.empty();
    }
    Batch batch = new Batch(spans, bytes, new CompletableFuture<>(), new AtomicBoolean());
    waiting.add(batch);
    queued += spans.size();
    queuedBytes += bytes;
    notifyAll();
    return Optional.of(batch.done);
  }

  /** Spans that wait, those being written included. */
  public synchronized int queued() {
    return queued;
  }

  private void run() {
    List<Batch> taken = new ArrayList<>();
    boolean more = true;
    while (more) {
      try {
        more = take(taken);
        if (more) {
          write(taken);
        }
      } catch (Throwable e) {
        // No memory, mostly. Without this thread nothing would be taken any more.
        failAll(taken, e);
      }
      taken.clear();
    }
  }

  /** False if nothing comes any more. */
  private synchronized boolean take(List<Batch> taken) {
    while (waiting.isEmpty() && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        closed = true;
      }
    }
    int spans = 0;
    long bytes = 0;
    while (!waiting.isEmpty()
        && (spans == 0
            || spans + waiting.element().spans.size() <= COMMIT
                && bytes + waiting.element().bytes <= COMMIT_BYTES)) {
      Batch batch = waiting.element();
      taken.add(batch);
      waiting.remove();
      spans += batch.spans.size();
      bytes += batch.bytes;
    }
    return !taken.isEmpty();
  }

  private void write(List<Batch> batches) {
    try {
      List<StoredSpan> all = new ArrayList<>();
      batches.forEach(batch -> all.addAll(batch.spans));
      store.write(all);
    } catch (StoreException | Error e) {
      failAll(batches, e);
      return;
    } catch (RuntimeException e) {
      if (batches.size() == 1) {
        answer(batches.get(0), e);
      } else {
        // One of them may be what the store can't take: the others are not to suffer from it.
        batches.forEach(batch -> write(List.of(batch)));
      }
      return;
    }
    for (int i = 0; i < batches.size(); i++) {
      answer(batches.get(i), null);
    }
  }

  private void failAll(List<Batch> batches, Throwable why) {
    for (int i = 0; i < batches.size(); i++) {
      answer(batches.get(i), why);
    }
  }

  /**
   * Tells the sender, once. Never throws: what the sender does with it, and telling a failure at
   * all, takes memory, of which there may be none; the others are to be told nevertheless.
   *
   * @param why it failed; null if it is stored
   */
  private void answer(Batch batch, @Nullable Throwable why) {
    release(batch);
    boolean told = false;
    for (int tries = 0; tries < TRIES && !told; tries++) {
      try {
        if (why == null) {
          batch.done.complete(null);
        } else {
          batch.done.completeExceptionally(why);
        }
        told = true;
      } catch (Throwable e) {
        // What listens to it and was not told yet is told the next time.
        Thread.yield();
      }
    }
  }

  private synchronized void release(Batch batch) {
    if (batch.over.compareAndSet(false, true)) {
      queued -= batch.spans.size();
      queuedBytes -= batch.bytes;
    }
  }

  /** Takes no more, and waits until what waits is written. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
