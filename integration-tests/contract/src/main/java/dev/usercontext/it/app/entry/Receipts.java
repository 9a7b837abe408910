package dev.usercontext.it.app.entry;

import dev.usercontext.it.app.work.RequestMark;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Tells a request that what it has started is done, and on which thread. */
@ApplicationScoped
public class Receipts {

  private static final long PATIENCE_SECONDS = 30;

  private final Map<String, Receipt> open = new ConcurrentHashMap<>();

  /** Opens a receipt, for something to be started. */
  public String open() {
    String id = UUID.randomUUID().toString();
    open.put(id, new Receipt(RequestMark.current(), new CompletableFuture<>()));
    return id;
  }

  /** Where the work is done: it is of the request that opened the receipt. */
  public RequestMark mark(String id) {
    return RequestMark.open(open.get(id).request());
  }

  /** Called where the work was done, by the thread that did it. */
  public void sign(String id) {
    open.get(id).signature().complete(servedBy());
  }

  /** Waits for the work; the answer names its thread. */
  public String await(String id) throws Exception {
    try {
      return open.get(id).signature().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } finally {
      open.remove(id);
    }
  }

  /** A line of an answer that names this thread. */
  public static String servedBy() {
    return "\nServed-By: " + Thread.currentThread().getName();
  }

  /** Of a request, which may be null. */
  private record Receipt(String request, CompletableFuture<String> signature) {}
}
