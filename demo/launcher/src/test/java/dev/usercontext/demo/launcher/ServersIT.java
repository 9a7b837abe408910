package dev.usercontext.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The same application on the servers, and the ends that nobody wishes for. */
final class ServersIT {

  @Test
  void onWildFlyAndThenTheLauncherIsKilled() throws Exception {
    try (RunningDemo demo = RunningDemo.startOnFreePorts("--runtime", "wildfly", "--no-traffic")) {
      eachUserIsSeen(demo);

      demo.kill();
      demo.assertNothingIsLeft();
    }
  }

  @Test
  void onOpenLibertyAndThenTheDashboardCrashes() throws Exception {
    try (RunningDemo demo =
        RunningDemo.startOnFreePorts("--runtime", "open-liberty", "--no-traffic")) {
      eachUserIsSeen(demo);

      demo.crash("user-context-dashboard-runner.jar");
      assertThat(demo.awaitEnd()).isEqualTo(1);
      assertThat(demo.said()).contains("DEMO05: Dashboard ended", "Listening on");
      assertThat(demo.folder().resolve("dashboard.log")).exists();
      demo.assertNothingIsLeft();
    }
  }

  private static void eachUserIsSeen(RunningDemo demo) throws Exception {
    for (DemoUser user : DemoUser.ALL) {
      assertThat(demo.chat(user, "May I return my order?")).contains("30 days");
      assertThat(demo.chat(user, "I want a refund of order 1001")).contains("order 1001");
      demo.orderReport(user);
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              Set<String> seen = new HashSet<>();
              for (JsonNode user : demo.api("/users").path("users")) {
                seen.add(user.path("id").asText() + ' ' + user.path("email").asText());
                assertThat(user.path("models")).hasSize(1);
                // 7 for the question, 8 for the refund, 2 for its message, 2 for the report.
                assertThat(user.path("totals").path("llmCalls").asInt()).isEqualTo(19);
              }
              assertThat(seen)
                  .containsExactlyInAnyOrder(
                      "ada ada@example.com", "grace grace@example.com", "linus linus@example.com");
              assertThat(demo.api("/coverage").path("without")).isEmpty();
              assertThat(demo.api("/spans?name=refund%20process").path("spans")).hasSize(3);
            });
  }
}
