package dev.usercontext.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.test.OtlpReceiver;
import dev.usercontext.test.ReceivedSpan;
import dev.usercontext.test.SpanLog;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every span that a request exports says who sent it. A runtime's module extends this once for each
 * deployment of the application.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class UserContextContract {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** More than the servers of these tests have threads, many times over. */
  private static final int TRIES = 200;

  private static final int ONE_BY_ONE = 20;

  private static final Duration SOON = Duration.ofSeconds(5);

  /** For a request that no application code saw, which could have named its thread. */
  private static final int TRIES_WITHOUT_THREAD = 20;

  private final SpanLog log = OtlpReceiver.shared().log();

  private final AttributionLog attribution = new AttributionLog(getClass());

  /** The root of the deployed application. */
  public abstract URI application();

  protected abstract RuntimeFacts facts();

  protected abstract List<Row> rows();

  public List<Caller> callers() {
    return List.of(Caller.basic("alice"), Caller.basic("bob"));
  }

  /**
   * How many requests may be under way together: fewer than there are threads, where a request
   * waits for a task that needs one of the same threads.
   */
  protected int atOnce() {
    return 20;
  }

  /** Where the sentinels pass, below the root. */
  protected String sentinels() {
    return "rest/sentinel/";
  }

  Stream<Arguments> cells() {
    List<Caller> callers = callers();
    List<Row> rows = rows();
    attribution.begin(rows);
    rows.forEach(row -> facts().whyMissing(row).ifPresent(why -> attribution.absent(row, why)));
    return facts().of(rows).stream()
        .flatMap(row -> callers.stream().map(caller -> Arguments.of(row, caller)));
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("cells")
  void everySpanHasItsUserAndTheNextAnonymousRequestOfTheThreadHasNone(Row row, Caller caller) {
    Cell cell = new Cell(row, caller, facts());
    SpanLog.Window window = Sentinel.openWithout(log);
    Answer answer = ask(row, caller, 1).get(0);
    List<ReceivedSpan> spans = complete(window, cell, 1);

    cell.verify(List.of(answer), spans);
    assertThat(Upstream.shared().heard())
        .as("headers to other servers")
        .noneMatch(header -> header.contains(caller.name()));
    attribution.seen(row, caller, facts().reasons(row), spans, cell);
    nobodyInheritsTheUser(row, threads(row, answer, spans));
  }

  private void nobodyInheritsTheUser(Row row, Set<String> threads) {
    Row anonymous = row.anonymously();
    Cell cell = new Cell(anonymous, Caller.ANONYMOUS, facts());
    Set<String> left = new HashSet<>(threads);
    SpanLog.Window window = Sentinel.openWithout(log);
    int atLeast = threads.isEmpty() ? TRIES_WITHOUT_THREAD : 1;
    List<Answer> answers = new ArrayList<>();
    do {
      // A server gives the next request to the thread that was idle last: to reach one that waits
      // below it, all must be busy at once.
      int atOnce = answers.size() < ONE_BY_ONE ? 1 : atOnce();
      for (Answer answer : ask(anonymous, Caller.ANONYMOUS, atOnce)) {
        left.removeAll(answer.threads());
        answers.add(answer);
      }
      if (!left.isEmpty() && window.await(come -> cell.isComplete(come, answers.size()), SOON)) {
        window.spans().forEach(span -> left.remove(thread(span)));
      }
    } while (answers.size() < atLeast || (!left.isEmpty() && answers.size() < TRIES));
    List<ReceivedSpan> spans = complete(window, cell, answers.size());

    cell.verify(answers, spans);
    assertThat(left).as("threads that worked for the user, and then for nobody").isEmpty();
  }

  private List<Answer> ask(Row row, Caller caller, int times) {
    List<Answer> answers = AppClient.atOnce(times, () -> client().get(row, caller));
    if (row.isWorkingAfterwards()) {
      Sentinel.pass(log, client(), sentinels(), PATIENCE);
    }
    return answers;
  }

  /** The thread that started a span, where the application says so. */
  private static Object thread(ReceivedSpan span) {
    return span.attributes().get("thread.name");
  }

  /** The threads that worked for the request, and that another one may come to. */
  private static Set<String> threads(Row row, Answer answer, List<ReceivedSpan> spans) {
    Set<String> threads = new HashSet<>(answer.threads());
    if (!row.hasFreshThreads()) {
      spans.stream()
          .map(UserContextContract::thread)
          .filter(String.class::isInstance)
          .map(String.class::cast)
          .forEach(threads::add);
    }
    return threads;
  }

  /** Every span that the requests since the window was opened have made. */
  private List<ReceivedSpan> complete(SpanLog.Window window, Cell cell, int times) {
    window.await(spans -> cell.isComplete(spans, times), PATIENCE);
    Sentinel.pass(log, client(), sentinels(), PATIENCE);
    return window.spans();
  }

  private AppClient client() {
    return new AppClient(application());
  }
}
