package dev.usercontext.it.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.it.contract.Answer;
import dev.usercontext.it.contract.AppClient;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.Sentinel;
import dev.usercontext.test.OtlpReceiver;
import dev.usercontext.test.ReceivedSpan;
import dev.usercontext.test.SpanLog;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * Open Liberty leaves the OpenTelemetry context of a failed request on its thread, where it would
 * give its user, and its trace, to whoever comes next.
 */
@ArquillianTest
abstract class FailedRequestsContract {

  private static final int ROUNDS = 25;

  private static final List<String> FAILING =
      List.of(
          "servlet/secured/do/unmapped-failure",
          "rest/secured/do/unmapped-failure",
          "files/secured/nothing.txt",
          "servlet/secured/redispatch/unmapped-failure");

  private static final List<String> WORKING =
      List.of("servlet/open/do/tracer", "rest/open/do/tracer", "servlet/open/redispatch/tracer");

  /** The spans that each of the working requests makes, and none of the failing ones. */
  private static final Set<String> OF_WORKING = Set.of("child", "grandchild", "detached");

  private final AppClient client;

  FailedRequestsContract(String contextRoot) {
    client = new AppClient(OpenLiberty.application(contextRoot));
  }

  @Test
  void leaveNeitherUserNorTraceToTheNextRequestsOfTheirThreads() {
    SpanLog.Window window = Sentinel.openWithout(OtlpReceiver.shared().log());
    Set<String> threadsOfAlice = new HashSet<>();
    Set<String> threadsOfNobody = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (String failing : FAILING) {
        Answer failure = fail(failing);
        assertThat(failure.status()).isIn(404, 500);
        threadsOfAlice.addAll(failure.threads());
        for (String working : WORKING) {
          threadsOfNobody.addAll(client.get(working, Caller.ANONYMOUS).threads());
        }
      }
    }
    int expected = ROUNDS * FAILING.size() * WORKING.size() * OF_WORKING.size();
    window.await(all -> ofWorking(all).size() >= expected, Duration.ofSeconds(10));

    List<ReceivedSpan> spans = window.spans();
    assertThat(ofWorking(spans)).hasSize(expected);
    assertThat(spans)
        .filteredOn(FailedRequestsContract::isOfNobody)
        .filteredOn(FailedRequestsContract::hasUser)
        .isEmpty();
    assertThat(traces(spans, FailedRequestsContract::isOfNobody))
        .doesNotContainAnyElementsOf(traces(spans, FailedRequestsContract::hasUser));
    assertThat(threadsOfNobody).containsAll(threadsOfAlice);
  }

  /**
   * Once more where the server has closed the connection instead of an answer, as it has done once
   * in some thousands, before the application heard of it.
   */
  private Answer fail(String failing) {
    try {
      return client.get(failing, Caller.basic("alice"));
    } catch (UncheckedIOException closed) {
      return client.get(failing, Caller.basic("alice"));
    }
  }

  private static List<ReceivedSpan> ofWorking(List<ReceivedSpan> spans) {
    return spans.stream().filter(span -> OF_WORKING.contains(span.name())).toList();
  }

  private static boolean isOfNobody(ReceivedSpan span) {
    return OF_WORKING.contains(span.name())
        || span.attributes().getOrDefault("url.path", "").toString().contains("/open/");
  }

  private static boolean hasUser(ReceivedSpan span) {
    return !span.userAttributes().isEmpty();
  }

  private static Set<String> traces(List<ReceivedSpan> spans, Predicate<ReceivedSpan> which) {
    return spans.stream().filter(which).map(ReceivedSpan::traceId).collect(Collectors.toSet());
  }
}
