package dev.usercontext.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * What one server did in its turn.
 *
 * @param requests how many were answered
 * @param cpu microseconds of CPU time of the server for a request
 * @param throughput requests a second
 * @param p99 milliseconds that 99 of 100 requests stay below
 */
record Turn(int requests, double cpu, double throughput, double p99) {

  /** Of the application, of which all are the caller's: with the server's own, 11 a request. */
  static final String TEN_SPANS = "rest/secured/spans/10";

  /** As many as the servers have threads for. */
  private static final int CLIENTS = 4;

  private static final String ALICE =
      "Basic "
          + Base64.getEncoder()
              .encodeToString("alice:alice-secret".getBytes(StandardCharsets.UTF_8));

  /** Some clients ask as alice, each of them one request after the other. */
  static Turn of(Server server, HttpClient http, int millis) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(TEN_SPANS)).header("Authorization", ALICE).build();
    long cpu = server.cpuNanos();
    long begin = System.nanoTime();
    long[] latencies = ask(http, request, begin + TimeUnit.MILLISECONDS.toNanos(millis));
    double elapsed = System.nanoTime() - begin;
    return new Turn(
        latencies.length,
        (server.cpuNanos() - cpu) / 1e3 / latencies.length,
        latencies.length / (elapsed / 1e9),
        latencies[(int) (latencies.length * 0.99)] / 1e6);
  }

  private static long[] ask(HttpClient http, HttpRequest request, long end) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      Callable<LongStream> client = () -> askUntil(end, http, request);
      List<Callable<LongStream>> all = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        all.add(client);
      }
      LongStream latencies = LongStream.empty();
      for (Future<LongStream> one : clients.invokeAll(all)) {
        latencies = LongStream.concat(latencies, one.get());
      }
      return latencies.sorted().toArray();
    } finally {
      clients.shutdown();
    }
  }

  private static LongStream askUntil(long end, HttpClient http, HttpRequest request)
      throws IOException, InterruptedException {
    LongStream.Builder latencies = LongStream.builder();
    long now = System.nanoTime();
    while (now < end) {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IllegalStateException(request.uri() + " answers " + status);
      }
      long answered = System.nanoTime();
      latencies.add(answered - now);
      now = answered;
    }
    return latencies.build();
  }
}
