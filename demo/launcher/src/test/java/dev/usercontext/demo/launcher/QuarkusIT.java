package dev.usercontext.demo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.usercontext.dashboard.browser.Chromium;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The five minutes of README.md, on Quarkus: demo/run, traffic, pages, an own question, and Ctrl-C.
 */
final class QuarkusIT {
  private static final Map<String, String> MODELS =
      Map.of("ada", "gpt-4o", "grace", "gpt-4.1-mini", "linus", "gpt-4o-mini");

  /** What a shell says of a process that Ctrl-C has ended. */
  private static final int INTERRUPTED = 130;

  @Test
  void threeUsersAreToldApart() throws Exception {
    try (RunningDemo demo = RunningDemo.startByScript();
        Chromium chromium = new Chromium()) {
      Page page = chromium.open(demo.dashboard(), Map.of());
      eachUserHasCallsAndCostOfItsOwn(demo, page);
      linusAsks(chromium, demo);
      theNetworkShowsTheChain(page);
      messageAndJobBelongToWhomTheyAreFor(demo);
      everySpanHasAUser(page);

      demo.interrupt();
      assertThat(demo.awaitEnd()).as(demo.said()).isEqualTo(INTERRUPTED);
      demo.assertNothingIsLeft();
      assertThat(demo.folder()).doesNotExist();
    }
  }

  private static void eachUserHasCallsAndCostOfItsOwn(RunningDemo demo, Page page)
      throws Exception {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              JsonNode users = demo.api("/users").path("users");
              return users.size() == 3
                  && users.findValues("llmCalls").stream().allMatch(calls -> calls.asInt() >= 2);
            });
    for (JsonNode user : demo.api("/users").path("users")) {
      String name = user.path("id").asText();
      assertThat(user.path("email").asText()).isEqualTo(name + "@example.com");
      assertThat(user.path("models")).hasSize(1);
      assertThat(user.path("models").get(0).asText()).isEqualTo(MODELS.get(name));
      assertThat(user.path("totals").path("costNanoUsd").asLong()).as(name).isPositive();
      assertThat(user.path("totals").path("costUnknown").asLong()).as(name).isZero();
    }
    page.navigate("/users?range=all");
    Locator rows = page.locator("#view table.grid tbody tr:not(.more)");
    assertThat(rows).hasCount(3);
    for (Map.Entry<String, String> entry : MODELS.entrySet()) {
      Locator row = rows.filter(new Locator.FilterOptions().setHasText(entry.getKey()));
      assertThat(row).containsText(entry.getValue());
      assertThat(row).containsText("$");
    }
    // By cost: the plans are dearer in this order, and each has asked the same first.
    assertThat(rows.first()).containsText("ada");
    assertThat(rows.last()).containsText("linus");
    Chromium.keep(page, "users");
    rows.filter(new Locator.FilterOptions().setHasText("grace")).locator(".main-link").click();
    assertThat(page.locator("h1")).containsText("grace");
    assertThat(page.locator("main")).containsText("gpt-4.1-mini");
    assertThat(page.locator("main")).not().containsText("gpt-4o");
    Chromium.keep(page, "user");
  }

  private static void linusAsks(Chromium chromium, RunningDemo demo) throws Exception {
    Page page = chromium.open(demo.helpDesk(), Map.of("Authorization", user("linus").basic()));
    page.navigate("/");
    assertThat(page.locator("#user")).hasText("linus");
    assertThat(page.locator("#plan")).hasText("free");
    Locator answer = page.locator(".answer").first();
    page.getByText("May I return my order?").click();
    assertThat(answer).containsText("1004: a keyboard");
    assertThat(answer).containsText("30 days");
    page.getByText("I want a refund of order 1003").click();
    assertThat(answer).containsText("The refund of order 1003 is on its way");
    page.locator("#report").click();
    assertThat(answer).containsText("1004: a keyboard");
    Chromium.keep(page, "help-desk");
    chromium.assertQuiet();
  }

  /** Asked for again until the last of its spans has come: exporters send every few seconds. */
  private static void theNetworkShowsTheChain(Page page) {
    List<List<String>> chain =
        List.of(
            List.of("linus", "help-desk"),
            List.of("help-desk", "concierge"),
            List.of("concierge", "order-expert"),
            List.of("order-expert", "policy-expert"),
            List.of("order-expert", "find_orders"),
            List.of("policy-expert", "read_policy"),
            List.of("policy-expert", "gpt-4o-mini"));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              page.navigate("/network?range=all&user=linus");
              assertThat(page.locator("[data-network][data-drawn=yes]")).isVisible();
              assertThat(chain).filteredOn(edge -> edge(page, edge).count() != 1).isEmpty();
            });
    assertThat(page.locator("#edges")).not().containsText("ada");
    Chromium.keep(page, "network");
  }

  private static Locator edge(Page page, List<String> edge) {
    return page.locator("#edges tbody tr")
        .filter(
            new Locator.FilterOptions().setHas(page.locator("td:nth-child(1)", text(edge.get(0)))))
        .filter(
            new Locator.FilterOptions().setHas(page.locator("td:nth-child(2)", text(edge.get(1)))));
  }

  private static Page.LocatorOptions text(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static void messageAndJobBelongToWhomTheyAreFor(RunningDemo demo) throws Exception {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                demo.api("/spans?user=linus&name=refund%20process").path("spans").size() > 0
                    && demo.api("/spans?user=linus&name=POST%20%2Freport").path("spans").size()
                        > 0);
    JsonNode message = demo.api("/spans?user=linus&name=refund%20process").path("spans").get(0);
    assertThat(message.path("user").path("email").asText()).isEqualTo("linus@example.com");
    assertThat(message.path("attributes").path("user_attrs.feature").asText()).isEqualTo("refund");
    String job =
        demo.api("/spans?user=linus&name=POST%20%2Freport")
            .path("spans")
            .get(0)
            .path("traceId")
            .asText();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> names(demo.api("/traces/" + job)).contains("chat gpt-4o-mini"));
    assertThat(demo.api("/traces/" + job).findValues("user"))
        .allMatch(user -> user.path("id").asText().equals("linus"));
  }

  private static Set<String> names(JsonNode trace) {
    Set<String> names = new TreeSet<>();
    trace.findValues("name").forEach(name -> names.add(name.asText()));
    return names;
  }

  private static void everySpanHasAUser(Page page) {
    page.navigate("/coverage?range=all");
    assertThat(page.locator(".totals dd").first()).hasText("100%");
    assertThat(page.locator("#view")).containsText("Nothing: every span has a user.");
    Chromium.keep(page, "coverage");
  }

  private static DemoUser user(String name) {
    return DemoUser.ALL.stream().filter(user -> user.name().equals(name)).findFirst().orElseThrow();
  }
}
