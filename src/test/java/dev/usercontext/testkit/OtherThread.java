package dev.usercontext.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.internal.context.UserScope;
import io.opentelemetry.context.Context;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A pool of one thread, whose tasks follow each other; it has to be left as clean as ours. */
public final class OtherThread implements BeforeEachCallback, AfterEachCallback {

  private ScheduledExecutorService pool;
  private boolean leftDirty;

  @Override
  public void beforeEach(ExtensionContext context) {
    pool = Executors.newSingleThreadScheduledExecutor();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    try {
      if (!leftDirty) {
        run(
            () -> {
              assertThat(Context.current()).isSameAs(Context.root());
              assertThat(UserScope.setAside()).isNull();
            });
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** This test leaves something behind on purpose. */
  public OtherThread leftDirty() {
    leftDirty = true;
    return this;
  }

  public ScheduledExecutorService pool() {
    return pool;
  }

  public void run(Runnable task) {
    call(Executors.callable(task));
  }

  /** Waits for the result; what the task throws fails the test. */
  public <T> T call(Callable<T> task) {
    try {
      return pool.submit(task).get(10, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("on the other thread", e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
