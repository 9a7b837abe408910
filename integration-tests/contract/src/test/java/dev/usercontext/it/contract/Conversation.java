package dev.usercontext.it.contract;

import java.io.Serial;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One end of a WebSocket; the application, which speaks first, is the other one. It answers each
 * text with one of its own.
 */
final class Conversation implements AutoCloseable {

  static final int SWITCHED = 101;

  /** What is heard of a socket that is closed. */
  private static final String SILENCE = "";

  private static final long PATIENCE_SECONDS = 60;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder transcript = new StringBuilder();
  private final WebSocket socket;

  private Conversation(HttpClient http, URI address, Caller caller, Map<String, String> headers) {
    WebSocket.Builder builder =
        http.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS));
    headers.forEach(builder::header);
    if (!caller.isAnonymous()) {
      builder.header("Authorization", caller.authorization());
    }
    try {
      socket = builder.buildAsync(address, new Listener()).join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof WebSocketHandshakeException handshake
          ? new Refused(handshake.getResponse().statusCode())
          : failure;
    }
  }

  /** Waits until the application has said that it is there. */
  static Conversation open(
      HttpClient http, URI address, Caller caller, Map<String, String> headers) {
    Conversation conversation = new Conversation(http, address, caller, headers);
    conversation.hear();
    return conversation;
  }

  /** Says this, and waits for the answer. */
  String say(String text) {
    socket.sendText(text, true).join();
    return hear();
  }

  /** Says goodbye, and waits for that of the application. */
  Answer end() {
    close();
    Set<String> threads = Answer.threadsNamedIn(transcript.toString());
    return new Answer(SWITCHED, transcript.toString(), threads);
  }

  @Override
  public void close() {
    if (!socket.isOutputClosed()) {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
    closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private String hear() {
    try {
      String answer = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (answer == null || answer.equals(SILENCE)) {
        throw new IllegalStateException("no answer, after " + transcript);
      }
      transcript.append(answer).append('\n');
      return answer;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** The server did not switch protocols. */
  static final class Refused extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final int status;

    private Refused(int status) {
      this.status = status;
    }

    Answer answer() {
      return new Answer(status, "", Set.of());
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        heard.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      heard.add(SILENCE);
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
      heard.add(SILENCE);
      closed.completeExceptionally(failure);
    }
  }
}
