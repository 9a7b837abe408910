package dev.usercontext.dashboard.store.opensearch;

import dev.usercontext.dashboard.store.StoreException;
import dev.usercontext.dashboard.store.StoreException.Code;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the nodes in turn, and to the next one where one does not answer: each request
 * may come twice without harm. Any thread.
 *
 * <p>Java's own client: OpenSearch's low-level one is deprecated as of 3.8, and the other has 13 MB
 * of typed requests, of which none is needed here.
 */
final class Hosts {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** What a node's failure says: a gateway before it, or a node that is starting or stopping. */
  private static final List<Integer> UNAVAILABLE = List.of(502, 503, 504);

  private final List<URI> hosts = new ArrayList<>();
  private final ConcurrentHashMap<URI, Long> failed = new ConcurrentHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final @Nullable String authorization;
  private final HttpClient client;

  Hosts(OpenSearchSettings settings) {
    settings.hosts().forEach(host -> hosts.add(uri(host.strip())));
    authorization = Credentials.authorization(settings);
    HttpClient.Builder builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
    if (settings.trust() != null) {
      builder.sslContext(Credentials.trusting(settings.trust()));
    }
    client = builder.build();
  }

  private static URI uri(String host) {
    try {
      URI uri = URI.create(host.endsWith("/") ? host.substring(0, host.length() - 1) : host);
      if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException none) {
      // As good as one without a host.
    }
    throw new StoreException(
        Code.UCD006,
        "dashboard.opensearch.hosts: \"" + host + "\" is no address like https://host:9200.");
  }

  /**
   * What the first node answers that does.
   *
   * @param timeout of each node, for the whole of its answer
   * @throws IOException if none does
   */
  HttpResponse<byte[]> send(String method, String path, @Nullable String body, Duration timeout)
      throws IOException, InterruptedException {
    IOException failure = new IOException("no hosts");
    for (URI host : inTurn()) {
      try {
        HttpResponse<byte[]> response = answer(request(host, method, path, body), timeout);
        if (!UNAVAILABLE.contains(response.statusCode()) || hosts.size() == 1) {
          failed.remove(host);
          return response;
        }
        failure = new IOException(host + " answered " + response.statusCode());
      } catch (IOException e) {
        failure = e;
      }
      failed.put(host, System.nanoTime());
    }
    throw failure;
  }

  /** A timeout of the request itself would hold until the headers only, see JDK-8208693. */
  private HttpResponse<byte[]> answer(HttpRequest request, Duration timeout)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException(
          request.uri().getAuthority() + ": no whole answer in " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException why ? why : new IOException(e.getCause());
    } finally {
      // Hangs up where nobody waits for the answer any more.
      answer.cancel(true);
    }
  }

  /** All hosts, the next one first, those that failed last; a single one twice. */
  private List<URI> inTurn() {
    int first = turn.getAndIncrement();
    List<URI> all = new ArrayList<>();
    for (int i = 0; i < Math.max(2, hosts.size()); i++) {
      all.add(hosts.get(Math.floorMod(first + i, hosts.size())));
    }
    // One that has failed is tried last until it has answered again.
    all.sort(Comparator.comparing(failed::containsKey));
    return all;
  }

  private HttpRequest request(URI host, String method, String path, @Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(host + path))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return request.build();
  }
}
