package dev.usercontext.it.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/** Sends requests to the application. */
public final class AppClient {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** One for each request: all of them must be under way together. */
  private static final Executor THREADS =
      task -> {
        Thread thread = new Thread(task, "request");
        thread.setDaemon(true);
        thread.start();
      };

  private final URI base;

  /**
   * @param base the root of the application
   */
  public AppClient(URI base) {
    this.base = base.toString().endsWith("/") ? base : URI.create(base + "/");
  }

  public Answer get(String path, Caller caller) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
    if (!caller.isAnonymous()) {
      request.header("Authorization", caller.authorization());
    }
    HttpResponse<String> response = send(request.build());
    Set<String> threads = Set.copyOf(response.headers().allValues("Served-By"));
    return new Answer(response.statusCode(), response.body(), threads);
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Sends the same request without credentials several times at once. */
  List<Answer> getAtOnce(int count, String path) {
    return IntStream.range(0, count)
        .mapToObj(i -> CompletableFuture.supplyAsync(() -> get(path, Caller.ANONYMOUS), THREADS))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }
}
