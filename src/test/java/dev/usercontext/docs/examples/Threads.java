package dev.usercontext.docs.examples;

import dev.usercontext.UserContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class Threads {

  private Threads() {}

  static CompletableFuture<String> wrap(Summaries summaries, String text) {
    // docs: wrap
    UserContext user = UserContext.current().orElseThrow();

    ExecutorService pool = user.wrap(Executors.newFixedThreadPool(4)); // every task of this pool
    CompletableFuture<String> summary =
        CompletableFuture.supplyAsync(user.wrapSupplier(() -> summaries.of(text))); // common pool
    CompletableFuture<String> stored =
        summary.thenApply(user.wrapFunction(summaries::store)); // whoever completes the future
    // docs: end
    pool.shutdown();
    return stored;
  }

  interface Summaries {
    String of(String text);

    String store(String summary);
  }
}
