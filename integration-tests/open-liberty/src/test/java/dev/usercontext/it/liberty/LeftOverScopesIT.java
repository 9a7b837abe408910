package dev.usercontext.it.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.it.contract.AppClient;
import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.Sentinel;
import dev.usercontext.it.contract.WebXml;
import dev.usercontext.test.OtlpReceiver;
import dev.usercontext.test.ReceivedSpan;
import dev.usercontext.test.SpanLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Open Liberty leaves the CDI request scope active on its thread when a caller hangs up in the
 * middle of an answer. It would give its user to the next managed task there.
 */
@ArquillianTest
class LeftOverScopesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int ROUNDS = 15;
  private static final int TASKS_EACH = 3;
  private static final Set<String> ABORTED = Set.of("after-abort");
  private static final Set<String> OF_TASKS = Set.of("task", "greet", "find-phrase");
  private static final Map<String, Object> ALICE = Map.of("user_id", "alice", "user.id", "alice");
  private static final Map<String, Object> BOB = Map.of("user_id", "bob", "user.id", "bob");

  private final AppClient client = new AppClient(OpenLiberty.application("left-over-scopes"));

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.unaware("left-over-scopes")
        .parts("async", "managed", "failing")
        .webXml(WebXml.basic())
        .withLibrary()
        .build();
  }

  @Test
  void giveNoUserToTheTaskOfAnAnonymousRequest() {
    assertThat(usersOfTasks(Caller.ANONYMOUS, "servlet/open/do/managed-submit"))
        .containsOnly(Map.of());
  }

  @Test
  void leaveTheTaskOfAnotherUserToThatUser() {
    assertThat(usersOfTasks(Caller.basic("bob"), "servlet/secured/do/managed-submit"))
        .containsOnly(BOB);
  }

  private List<Map<String, Object>> usersOfTasks(Caller caller, String path) {
    SpanLog.Window window = Sentinel.openWithout(OtlpReceiver.shared().log());
    for (int round = 1; round <= ROUNDS; round++) {
      client.getFirstByte("servlet/secured/partly/aborted-without-context", Caller.basic("alice"));
      int aborted = round;
      assertThat(window.await(all -> of(ABORTED, all).size() >= aborted, PATIENCE)).isTrue();
      for (int task = 0; task < TASKS_EACH; task++) {
        assertThat(client.get(path, caller).body()).isEqualTo("hello");
      }
    }
    int expected = ROUNDS * TASKS_EACH * OF_TASKS.size();
    window.await(all -> of(OF_TASKS, all).size() >= expected, PATIENCE);
    List<ReceivedSpan> spans = window.spans();
    assertThat(users(of(ABORTED, spans))).containsOnly(ALICE);
    assertThat(of(OF_TASKS, spans)).hasSize(expected);
    return users(of(OF_TASKS, spans));
  }

  private static List<ReceivedSpan> of(Set<String> names, List<ReceivedSpan> spans) {
    return spans.stream().filter(span -> names.contains(span.name())).toList();
  }

  private static List<Map<String, Object>> users(List<ReceivedSpan> spans) {
    return spans.stream().map(ReceivedSpan::userAttributes).toList();
  }
}
