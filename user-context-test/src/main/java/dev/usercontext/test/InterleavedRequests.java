package dev.usercontext.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * Sends the requests of several users, and of nobody, interleaved and at once, so that the threads
 * of the server come from one user to the next; then compares every span that came with the user
 * whose request it was.
 *
 * <pre>{@code
 * InterleavedRequests.on(exporter.log())
 *     .as("alice", request -> get("/orders", "alice", request.traceparent()))
 *     .as("bob", request -> get("/orders", "bob", request.traceparent()))
 *     .asNobody(request -> get("/offers", null, request.traceparent()))
 *     .run()
 *     .printTo(System.out)
 *     .requireEveryUser();
 * }</pre>
 *
 * <p>Only what has come is compared, so spans have to come soon. Where the application sends them
 * in batches, as runtimes do every 5 seconds, set {@code
 * %test.quarkus.otel.bsp.schedule.delay=50ms} on Quarkus, {@code otel.bsp.schedule.delay=50} on a
 * runtime with MicroProfile Telemetry; the configurations of {@link OtlpReceiver} say so already.
 */
public final class InterleavedRequests {

  private final SpanLog log;
  private final List<Walker> walkers = new ArrayList<>();

  /** Those of named users, and of nobody: each of them must be seen. */
  private final List<Step> users = new ArrayList<>();

  private int threads = 8;
  private boolean oneThreadEach;
  private Duration duration = Duration.ofSeconds(5);
  private Duration quiet = Duration.ofSeconds(1);
  private Duration patience = Duration.ofSeconds(60);
  private long seed = System.nanoTime();
  private Function<ReceivedSpan, String> requestOf = span -> null;

  private InterleavedRequests(SpanLog log) {
    this.log = log;
  }

  /**
   * @param log where the spans of the application arrive
   */
  public static InterleavedRequests on(SpanLog log) {
    return new InterleavedRequests(log);
  }

  /**
   * Sends one request, with the header of its trace. An exception or a failed assertion counts as a
   * failed one, which {@link InterleavedReport#requireEveryAnswer} tells.
   */
  @FunctionalInterface
  public interface Sender {
    void send(TracedRequest request) throws Exception;
  }

  /** Decides for each request anew. Called by several threads at once. */
  @FunctionalInterface
  public interface Walker {
    Step next(Random random);
  }

  /**
   * One request, and whose its spans must be.
   *
   * @param what names it where a span is not right
   */
  public record Step(String what, Expectation expectation, Sender sender) {}

  /** Requests of this user, who is known by the id. */
  public InterleavedRequests as(String userId, Sender sender) {
    return user(new Step("request of " + userId, Expectation.user(userId), sender));
  }

  /** Requests of this user: id, email and custom attributes, and no others. */
  public InterleavedRequests as(SpanUser user, Sender sender) {
    return user(new Step("request of " + user, Expectation.user(user), sender));
  }

  /** Requests of nobody: none of their spans may have a user. */
  public InterleavedRequests asNobody(Sender sender) {
    return user(new Step("request of nobody", Expectation.nobody(), sender));
  }

  private InterleavedRequests user(Step step) {
    users.add(step);
    return by(random -> step);
  }

  /**
   * Requests of which each may be another one, and of somebody else. Unlike those of {@code as} and
   * {@code asNobody}, they may all be without a span.
   */
  public InterleavedRequests by(Walker walker) {
    walkers.add(walker);
    return this;
  }

  /** How many requests are under way at once; unless said, 8. Each time, chance says whose. */
  public InterleavedRequests threads(int count) {
    threads = count;
    return this;
  }

  /** As many threads as there are users and walkers, so that all are under way at once. */
  public InterleavedRequests oneThreadEach() {
    oneThreadEach = true;
    return this;
  }

  /** For how long requests begin; unless said, 5 seconds. */
  public InterleavedRequests lasting(Duration time) {
    duration = time;
    return this;
  }

  /** How long no span may come until all have; unless said, 1 second. */
  public InterleavedRequests quietFor(Duration time) {
    quiet = time;
    return this;
  }

  /** How long it waits for that, which an application with timers may never be. */
  InterleavedRequests givingUpAfter(Duration time) {
    patience = time;
    return this;
  }

  /** Repeats the choices of a run. What the server makes of them remains its own. */
  public InterleavedRequests seed(long printed) {
    seed = printed;
    return this;
  }

  /**
   * Knows spans that have left the trace of their request by this attribute, whose value the
   * application has from the request (not from a context): {@link TracedRequest#traceId}.
   */
  public InterleavedRequests correlatedBy(String attribute) {
    return correlatedBy(span -> (String) span.attributes().get(attribute));
  }

  /**
   * Knows spans that have left the trace of their request by something else.
   *
   * @param traceIdOfRequest null where a span does not say it; asked before its trace is
   */
  public InterleavedRequests correlatedBy(Function<ReceivedSpan, String> traceIdOfRequest) {
    requestOf = traceIdOfRequest;
    return this;
  }

  /** Sends, waits for the spans, and compares them. */
  public InterleavedReport run() {
    SpanLog.Window window = log.open();
    Map<String, SentRequest> sent = new ConcurrentHashMap<>();
    Queue<String> failures = new ConcurrentLinkedQueue<>();
    int count = oneThreadEach ? walkers.size() : threads;
    send(count, sent, failures);
    boolean becameQuiet = window.awaitQuiet(spans -> true, quiet, patience);

    InterleavedReport report =
        new InterleavedReport(
            "seed %d, %d requests at once, %d requests, %d of them failed"
                .formatted(seed, count, sent.size(), failures.size()),
            List.copyOf(failures),
            sent.values(),
            becameQuiet
                ? ""
                : "NOT QUIET: after %s there had not yet been %s without a span"
                    .formatted(patience, quiet));
    List<ReceivedSpan> spans = window.spans();
    Correlation correlation = new Correlation(sent.keySet(), requestOf, spans);
    for (ReceivedSpan span : spans) {
      report.add(span, sent.get(correlation.requestOf(span)), sent.get(span.traceId()));
    }
    return report;
  }

  private void send(int count, Map<String, SentRequest> sent, Queue<String> failures) {
    long end = System.nanoTime() + duration.toNanos();
    List<Thread> running = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Random random = new Random(seed + i);
      Walker own = oneThreadEach ? walkers.get(i) : null;
      Thread thread = new Thread(() -> walk(own, random, end, sent, failures), "sender " + i);
      thread.start();
      running.add(thread);
    }
    running.forEach(InterleavedRequests::join);
  }

  private void walk(
      Walker own, Random random, long end, Map<String, SentRequest> sent, Queue<String> failures) {
    do {
      Walker walker = own != null ? own : walkers.get(random.nextInt(walkers.size()));
      Step step = walker.next(random);
      TracedRequest request = TracedRequest.create();
      SentRequest known = new SentRequest(step, users.contains(step));
      sent.put(request.traceId(), known);
      try {
        step.sender().send(request);
      } catch (Exception | AssertionError failure) {
        failures.add(step.what() + ": " + failure);
      }
      known.answered();
    } while (System.nanoTime() < end);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
