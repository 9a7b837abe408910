package dev.usercontext.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterleavedRequestsTest {

  private static final Duration SHORT = Duration.ofMillis(200);

  private final Application application = new Application();

  /** The threads of the server: fewer than users. */
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  private final ThreadLocal<String> previousUser = new ThreadLocal<>();

  @AfterEach
  void close() {
    threads.shutdown();
    application.close();
  }

  @Test
  void countsEverySpanOfAServerThatIsRight() {
    InterleavedReport report = run(user -> user);
    report.requireEveryUser();
    assertThat(report.wrong()).isZero();
    assertThat(report.missing()).isZero();
    assertThat(report.rightlyNobody()).containsOnlyKeys("nobody sent it");
    assertThat(report.attributed() + report.rightlyNobody().get("nobody sent it"))
        .isEqualTo(report.spans());
  }

  @Test
  void findsTheUserThatAThreadKeepsForTheNextRequest() {
    InterleavedReport report =
        run(
            user -> {
              String kept = user != null ? user : previousUser.get();
              previousUser.set(user);
              return kept;
            });
    assertThat(report.wrong()).isPositive();
    assertThatThrownBy(report::requireNoWrongUser)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(report.wrong() + " spans with the WRONG user")
        .hasMessageContaining("expected nobody, found ")
        .hasMessageContaining("in request of nobody");
  }

  @Test
  void findsSpansWithoutTheirUser() {
    InterleavedReport report = run(user -> "bob".equals(user) ? null : user);
    report.requireNoWrongUser();
    assertThatThrownBy(report::requireEveryUser)
        .hasMessageContaining(report.missing() + " spans without their user")
        .hasMessageContaining("expected bob, found nobody");
  }

  @Test
  void provesNothingWithoutASpan() {
    InterleavedReport report = requests().as("alice", request -> {}).lasting(SHORT).run();
    assertThatThrownBy(report::requireNoWrongUser).hasMessageContaining("nothing is proved");
  }

  @Test
  void failsForAUserOfWhomNoSpanWasSeen() {
    InterleavedReport report = once(requests().as("bob", unseen("bob")));
    assertThatThrownBy(report::requireNoWrongUser)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no span of a request of bob was seen, of 1 that were sent")
        .hasMessageContaining(TracedRequest.HEADER)
        .hasMessageContaining("quarkus.otel.bsp.schedule.delay=50ms")
        .hasMessageNotContaining("request of alice");
    assertThatThrownBy(report::requireEveryUser).hasMessageContaining("of a request of bob");
  }

  @Test
  void failsForAUserWithAnEmailOfWhomNoSpanWasSeen() {
    SpanUser bob = SpanUser.id("bob").email("bob@example.com");
    InterleavedReport report = once(requests().as(bob, unseen("bob")));
    assertThatThrownBy(report::requireNoWrongUser)
        .hasMessageContaining("no span of a request of bob <bob@example.com> was seen, of 1");
  }

  @Test
  void failsForNobodyOfWhomNoSpanWasSeen() {
    InterleavedReport report = once(requests().asNobody(unseen(null)));
    assertThatThrownBy(report::requireNoWrongUser)
        .hasMessageContaining("no span of a request of nobody was seen, of 1");
  }

  @Test
  void tellsOfAWrongUserFirst() {
    InterleavedReport report =
        once(
            requests()
                .as("bob", unseen("bob"))
                .as("carol", request -> serveHere(request, "alice")));
    assertThatThrownBy(report::requireNoWrongUser)
        .hasMessageContaining("2 spans with the WRONG user");
  }

  @Test
  void countsRequestsWithoutASpan() {
    InterleavedReport report =
        once(requests().as("bob", unseen("bob")).by(random -> unseenStep("carol")));
    assertThat(report.toString()).contains(" 2  requests without a span");
  }

  /** Whose requests those are is not known: a walk may go where there are no spans. */
  @Test
  void aWalkerMayHaveNoSpans() {
    once(requests().by(random -> unseenStep("carol"))).requireEveryUser();
  }

  @Test
  void aUserMaySendRequestsThatHaveNoSpansBesidesOthers() {
    once(requests().as("alice", unseen("alice"))).requireEveryUser();
  }

  @Test
  void saysThatItGaveUpWaiting() {
    InterleavedReport restless = onceRestless(requests());
    assertThat(restless.toString()).contains("NOT QUIET");
    restless.requireEveryUser();
    assertThat(once(requests()).toString()).doesNotContain("NOT QUIET");
  }

  @Test
  void failsForARequestWhoseSpansMayBeStillToCome() {
    InterleavedReport report = onceRestless(requests().as("alice", unseen("alice")));
    assertThatThrownBy(report::requireNoWrongUser)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("request of alice: 1 of 2 have no span")
        .hasMessageContaining("NOT QUIET");
  }

  @Test
  void aWalkerMayHaveNoSpansWhereItGaveUpWaiting() {
    onceRestless(requests().by(random -> unseenStep("carol"))).requireEveryUser();
  }

  /** One request each, and one of alice whose spans all come. */
  private InterleavedReport once(InterleavedRequests requests) {
    return requests
        .as("alice", request -> serveHere(request, "alice"))
        .oneThreadEach()
        .lasting(Duration.ZERO)
        .run();
  }

  /** It is to be quiet for longer than is waited for that. */
  private InterleavedReport onceRestless(InterleavedRequests requests) {
    return once(requests.quietFor(Duration.ofMinutes(1)).givingUpAfter(Duration.ofMillis(50)));
  }

  /** A span that has not ended, and so is not exported, when the report is made. */
  private InterleavedRequests.Sender unseen(String user) {
    return request -> application.receive(request, user);
  }

  private InterleavedRequests.Step unseenStep(String user) {
    return new InterleavedRequests.Step("walk", Expectation.user(user), unseen(user));
  }

  @Test
  void knowsASpanThatLeftTheTraceByItsAttribute() {
    InterleavedRequests requests =
        requests()
            .as("alice", request -> application.detached("task", request, "bob").end())
            .as("carol", request -> application.detached("task", request, "carol").end())
            .lasting(SHORT);
    InterleavedReport blind = requests.run();
    assertThat(blind.unknown()).isEqualTo(blind.spans()).isPositive();
    assertThatThrownBy(blind::requireEveryRequestKnown)
        .hasMessageContaining(blind.spans() + " spans with a user of no known request")
        .hasMessageContaining("INTERNAL task: ");
    InterleavedReport report = requests.correlatedBy("request").run();
    report.requireEveryRequestKnown();
    assertThat(report.unknown()).isZero();
    assertThat(report.wrong()).isPositive();
    assertThat(report.attributed()).isPositive();
  }

  @Test
  void printsItsSeedItsFailuresAndWhatWasFound() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    requests()
        .as("alice", request -> serve(request, "alice", user -> user))
        .by(random -> failing())
        .oneThreadEach()
        .lasting(Duration.ZERO)
        .seed(42)
        .run()
        .printTo(new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("seed 42, 2 requests at once, 2 requests, 1 of them failed")
        .contains("2  attributed")
        .contains("0  WRONG");
  }

  @Test
  void placesASpanThatNamesNoRequestByItsUserAndTime() {
    InterleavedReport report =
        requests().by(random -> detaching("task", "alice")).lasting(Duration.ZERO).run();
    report.requireEveryRequestKnown();
    assertThat(report.attributedElsewhere()).isEqualTo(report.spans()).isPositive();
    for (InterleavedRequests.Walker wrong :
        List.<InterleavedRequests.Walker>of(
            random -> detaching("task", "bob"), random -> detaching("other", "alice"))) {
      assertThatThrownBy(
              requests().by(wrong).lasting(Duration.ZERO).run()::requireEveryRequestKnown)
          .hasMessageContaining("spans with a user of no known request");
    }
  }

  /** A storm has a great many of both: to ask each request for each span would take minutes. */
  @Test
  void asksARequestOnceWhetherItMakesSpansOfAName() {
    AtomicInteger asked = new AtomicInteger();
    Expectation counting =
        aliceWhoMakes(
            received -> {
              asked.incrementAndGet();
              return false;
            });
    InterleavedRequests.Step step =
        new InterleavedRequests.Step("task", counting, this::detachHundred);
    InterleavedReport report =
        requests().by(random -> step).threads(10).lasting(Duration.ZERO).run();
    assertThat(report.unknown()).isEqualTo(1000);
    assertThat(asked.get()).as("at most for each second of a few").isLessThanOrEqualTo(10 * 10);
  }

  private void detachHundred(TracedRequest request) {
    for (int i = 0; i < 100; i++) {
      application.detached("task", request, "bob").end();
    }
  }

  private InterleavedRequests.Step detaching(String span, String user) {
    return new InterleavedRequests.Step(
        "detaching",
        aliceWhoMakes(received -> received.name().equals("task")),
        request -> application.detached(span, request, user).end());
  }

  private static Expectation aliceWhoMakes(Predicate<ReceivedSpan> elsewhere) {
    return new Expectation() {
      @Override
      public Judgement judge(ReceivedSpan received) {
        return Expectation.user("alice").judge(received);
      }

      @Override
      public boolean makesElsewhere(ReceivedSpan received) {
        return elsewhere.test(received);
      }
    };
  }

  @Test
  void namesTheRequestsThatFailed() {
    InterleavedReport report =
        requests().by(random -> failing()).threads(1).lasting(Duration.ZERO).run();
    assertThatThrownBy(report::requireEveryAnswer)
        .hasMessageContaining("1 requests that failed")
        .hasMessageContaining("refused: java.lang.IllegalStateException: refused");
  }

  @Test
  void aFailedAssertionIsARequestThatFailedAndTheNextIsSent() {
    AtomicInteger sent = new AtomicInteger();
    InterleavedReport report =
        requests()
            .as(
                "alice",
                request -> {
                  serve(request, "alice", user -> user);
                  sent.incrementAndGet();
                  throw new AssertionError("status 500");
                })
            .threads(1)
            .lasting(Duration.ofMillis(50))
            .run();
    assertThat(sent).hasValueGreaterThan(1);
    assertThatThrownBy(report::requireEveryAnswer).hasMessageContaining("status 500");
  }

  @Test
  void makesTheSameChoicesForTheSameSeed() {
    assertThat(choices(7)).isEqualTo(choices(7)).isNotEqualTo(choices(8));
  }

  private InterleavedRequests requests() {
    return InterleavedRequests.on(application.log()).quietFor(Duration.ofMillis(50));
  }

  private List<Integer> choices(long seed) {
    Queue<Integer> chosen = new ConcurrentLinkedQueue<>();
    requests()
        .by(random -> remembering(chosen, random))
        .threads(1)
        .lasting(Duration.ZERO)
        .seed(seed)
        .run();
    return List.copyOf(chosen);
  }

  private static InterleavedRequests.Step remembering(Queue<Integer> chosen, Random random) {
    chosen.add(random.nextInt());
    return new InterleavedRequests.Step("", Expectation.nobody(), request -> {});
  }

  private static InterleavedRequests.Step failing() {
    return new InterleavedRequests.Step(
        "refused",
        Expectation.nobody(),
        request -> {
          throw new IllegalStateException("refused");
        });
  }

  /**
   * @param userOnThread what the server makes of the user, null for nobody
   */
  private InterleavedReport run(UnaryOperator<String> userOnThread) {
    return requests()
        .as("alice", request -> serve(request, "alice", userOnThread))
        .as("bob", request -> serve(request, "bob", userOnThread))
        .asNobody(request -> serve(request, null, userOnThread))
        .threads(4)
        .lasting(SHORT)
        .run();
  }

  private void serve(TracedRequest request, String user, UnaryOperator<String> userOnThread)
      throws Exception {
    threads.submit(() -> serveHere(request, userOnThread.apply(user))).get();
  }

  private void serveHere(TracedRequest request, String user) {
    Span server = application.receive(request, user);
    application.child("find", server, user).end();
    server.end();
  }
}
