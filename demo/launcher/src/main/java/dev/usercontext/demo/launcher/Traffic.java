package dev.usercontext.demo.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Three users who ask now and then, each in a rhythm and with questions of its own. */
final class Traffic implements AutoCloseable {
  /** The last one is no question, but an order. */
  private static final List<String> QUESTIONS =
      List.of(
          "Where is my order?",
          "May I return my lamp?",
          "Hello! What can you do for me?",
          "I want a refund of order 1003",
          "When is the delivery of my chairs?",
          "report");

  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(3);
  private final AtomicBoolean failed = new AtomicBoolean();
  private final HttpClient client;
  private final URI base;
  private final Path log;

  private Traffic(HttpClient client, URI base, Path log) {
    this.client = client;
    this.base = base;
    this.log = log;
  }

  /**
   * Asks until it is closed; or each user once, where each answer costs money.
   *
   * @param log where the application says why it did not answer
   */
  static Traffic start(HttpClient client, URI base, boolean once, Path log) {
    Traffic traffic = new Traffic(client, base, log);
    for (DemoUser user : DemoUser.ALL) {
      AtomicInteger turn = new AtomicInteger();
      Runnable ask = () -> traffic.ask(user, turn.getAndIncrement());
      if (once) {
        traffic.clock.execute(ask);
      } else {
        traffic.clock.scheduleWithFixedDelay(
            ask, 0, user.secondsBetweenQuestions(), TimeUnit.SECONDS);
      }
    }
    return traffic;
  }

  private void ask(DemoUser user, int turn) {
    String question = QUESTIONS.get(turn % QUESTIONS.size());
    boolean report = question.equals("report");
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(report ? "/report" : "/chat"))
            .header("Authorization", user.basic())
            .header("Content-Type", "text/plain")
            .timeout(Duration.ofMinutes(2))
            .POST(
                report
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(question))
            .build();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 400) {
        complain(user, "HTTP " + response.statusCode());
      }
    } catch (IOException failure) {
      complain(user, String.valueOf(failure));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Once: what is wrong is seldom wrong once. */
  private void complain(DemoUser user, String what) {
    if (!clock.isShutdown() && failed.compareAndSet(false, true)) {
      System.err.printf(
          "DEMO07: %s was not answered (%s). %s says why. A model of your own has the flags"
              + " --model-url and --model, and DEMO_MODEL_KEY.%n",
          user.name(), what, log);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
