package dev.usercontext.it.app.tolerant;

import dev.usercontext.it.app.async.Work;
import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.RequestMark;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls methods that are {@code @Asynchronous} by Fault Tolerance. */
@ApplicationScoped
public class TolerantActions {

  @Inject TolerantMethods methods;
  @Inject Spans spans;
  @Inject Work work;

  @Produces
  @ApplicationScoped
  Action tolerantStage() {
    return Action.of(
        "tolerant-stage", () -> work.asking(() -> work.await(methods.stage(work.task()))));
  }

  /** Of which the first attempt fails. */
  @Produces
  @ApplicationScoped
  Action tolerantRetry() {
    return Action.of(
        "tolerant-retry",
        () -> {
          AtomicInteger attempts = new AtomicInteger();
          return work.asking(
              () -> work.await(methods.retry(RequestMark.carryFor(() -> attempt(attempts)))));
        });
  }

  @Produces
  @ApplicationScoped
  Action tolerantFallback() {
    return Action.of(
        "tolerant-fallback",
        () ->
            work.asking(
                () -> work.await(methods.fail(RequestMark.carryFor(this::fail), work.task()))));
  }

  private String attempt(AtomicInteger attempts) {
    int number = attempts.incrementAndGet();
    spans.leaf("attempt-" + number);
    return number == 1 ? failed() : work.run();
  }

  private String fail() {
    spans.leaf("attempt");
    return failed();
  }

  private static String failed() {
    throw new IllegalStateException("as it should");
  }
}
