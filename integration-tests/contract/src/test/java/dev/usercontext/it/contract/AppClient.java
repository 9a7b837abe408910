package dev.usercontext.it.contract;

import dev.usercontext.test.TracedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sends requests to the application. */
public final class AppClient {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** One for each request: all of them must be under way together. */
  private static final Executor THREADS =
      task -> {
        Thread thread = new Thread(task, "request");
        thread.setDaemon(true);
        thread.start();
      };

  private final URI base;
  private final RequestSigns signs;

  /**
   * @param base the root of the application
   */
  public AppClient(URI base) {
    this(base.toString().endsWith("/") ? base : URI.create(base + "/"), RequestSigns.NONE);
  }

  private AppClient(URI base, RequestSigns signs) {
    this.base = base;
    this.signs = signs;
  }

  /** A client for one request, which will be known by its spans. */
  public AppClient sending(TracedRequest request) {
    return new AppClient(base, RequestSigns.of(request));
  }

  /** The same for a request that waits for a task, if not too many do so. */
  AppClient sending(TracedRequest request, int waitingAtOnce) {
    return new AppClient(base, RequestSigns.of(request).waitingAtOnce(waitingAtOnce));
  }

  /** Sends the same request several times at once. */
  static List<Answer> atOnce(int count, Supplier<Answer> request) {
    return IntStream.range(0, count)
        .mapToObj(i -> CompletableFuture.supplyAsync(request, THREADS))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  /** Sends the request of a row. */
  Answer get(Row row, Caller caller) {
    return row.send(this, caller);
  }

  /** Reads the first byte of the answer, and closes the connection. */
  public Answer getFirstByte(String path, Caller caller) {
    return getPart(path, caller, body -> {});
  }

  /** Reads an answer to where the application breaks it off. */
  Answer getUntilBrokenOff(String path, Caller caller) {
    return getPart(path, caller, body -> body.transferTo(OutputStream.nullOutputStream()));
  }

  private interface Rest {
    void read(InputStream body) throws IOException;
  }

  private Answer getPart(String path, Caller caller, Rest rest) {
    HttpResponse<InputStream> response =
        send(
            request(path, caller).timeout(PATIENCE).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    String read = "not even a byte";
    try (InputStream body = response.body()) {
      read = body.read() < 0 ? "nothing" : "a byte";
      rest.read(body);
    } catch (IOException brokenOff) {
      // What has come before counts.
    }
    return answer(response, read);
  }

  Answer post(String path, Caller caller, String text) {
    HttpRequest.Builder request = request(path, caller).timeout(PATIENCE);
    request.header("Content-Type", "text/plain").POST(HttpRequest.BodyPublishers.ofString(text));
    HttpResponse<String> response = send(request.build(), HttpResponse.BodyHandlers.ofString());
    return answer(response, response.body());
  }

  private static Answer answer(HttpResponse<?> response, String body) {
    Set<String> threads = new HashSet<>(response.headers().allValues("Served-By"));
    threads.addAll(Answer.threadsNamedIn(body));
    return new Answer(response.statusCode(), body, threads);
  }

  public Answer get(String path, Caller caller) {
    HttpResponse<String> response =
        send(request(path, caller).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    return answer(response, response.body());
  }

  /** What the answer asks to be sent along from now on. */
  String cookies(String path, Caller caller) {
    return send(
            request(path, caller).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString())
        .headers()
        .allValues("Set-Cookie")
        .stream()
        .map(cookie -> cookie.split(";", 2)[0])
        .collect(Collectors.joining("; "));
  }

  /** Sends a request, and breaks the connection off if the answer takes longer. */
  void getOrLeave(String path, Caller caller, Duration atMost) {
    try {
      HTTP.send(
          request(path, caller).timeout(atMost).build(), HttpResponse.BodyHandlers.discarding());
    } catch (IOException left) {
      // The timeout, or what the server says to the connection.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Sends a request, and closes the connection once the application works on it. */
  Answer leaveMeanwhile(String path, Caller caller) {
    String token = UUID.randomUUID().toString();
    Upstream upstream = Upstream.shared();
    String calling =
        path.replace("upstream=" + upstream.url(), "upstream=" + upstream.leavingUrl(token));
    try {
      sendAndLeave(calling, caller, () -> upstream.awaitCall(token, PATIENCE));
      upstream.left(token);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new Answer(200, "", Set.of());
  }

  /** Sends a request, and closes the connection without waiting for an answer. */
  void sendAndLeave(String path, Caller caller) {
    sendAndLeave(path, caller, () -> {});
  }

  private void sendAndLeave(String path, Caller caller, Runnable before) {
    HttpRequest request = request(path, caller).build();
    StringBuilder text = new StringBuilder("GET " + request.uri().getRawPath());
    text.append('?').append(request.uri().getRawQuery()).append(" HTTP/1.1\r\nHost: test\r\n");
    request
        .headers()
        .map()
        .forEach((name, values) -> text.append(name + ": " + values.get(0) + "\r\n"));
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket
          .getOutputStream()
          .write(text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
      before.run();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private HttpRequest.Builder request(String path, Caller caller) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(signs.path(path)));
    signs.headers().forEach(request::header);
    caller.headers().forEach((name, all) -> all.forEach(value -> request.header(name, value)));
    return caller.isAnonymous() ? request : request.header("Authorization", caller.authorization());
  }

  private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return HTTP.send(request, body);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Opens a WebSocket, sends the texts one after the other, each once the last was answered. */
  public Answer talk(String path, Caller caller, List<String> texts) {
    try (Conversation conversation = openSocket(path, caller)) {
      texts.forEach(conversation::say);
      return conversation.end();
    } catch (Conversation.Refused refused) {
      return refused.answer();
    }
  }

  /** Opens a WebSocket. */
  Conversation openSocket(String path, Caller caller) {
    URI address = base.resolve(signs.path(path));
    return Conversation.open(
        HTTP,
        URI.create("ws" + address.toString().substring("http".length())),
        caller,
        signs.headers());
  }
}
