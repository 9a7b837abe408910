package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import dev.usercontext.dashboard.model.StoredSpan;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is taken along. */
final class ExportIT extends DemoPages {
  @Test
  void exportsHonourTheFilters() throws Exception {
    page.navigate("/audit?range=all&llm=true&model=gpt-4o");

    Download csv = page.waitForDownload(() -> page.locator("#exports").getByText("CSV").click());
    List<String> lines = Files.readAllLines(csv.path());
    long calls = count(span -> model(span, "gpt-4o"));
    assertThat(csv.suggestedFilename()).isEqualTo("spans.csv");
    assertThat(lines).hasSize((int) calls + 1);
    assertThat(lines.get(0)).startsWith("time,trace_id,span_id");
    Download json =
        page.waitForDownload(() -> page.locator("#exports").getByText("JSON Lines").click());
    assertThat(Files.readAllLines(json.path()))
        .hasSize((int) calls)
        .allMatch(line -> line.startsWith("{") && line.contains("\"model\":\"gpt-4o\""));

    page.navigate("/users?range=all&find=grace");
    Download users = page.waitForDownload(() -> page.locator("#exports").getByText("CSV").click());
    assertThat(Files.readAllLines(users.path())).hasSize(2);
    assertThat(dashboard.log()).contains("\"action\":\"export\",\"view\":\"users\"");
    assertThat(dashboard.log()).doesNotContain("grace");
  }

  @Test
  void whatMakesNoSenseIsSaidInsteadOfExported() {
    for (String address : List.of("cost.csv?by=bogus", "cost.jsonl?top=0", "graph.csv?users=no")) {
      assertThat(page.request().get(dashboard.url() + "/api/v1/" + address).status())
          .as(address)
          .isEqualTo(400);
    }
  }

  @Test
  void aTraceIsAJsonArrayOfItsSpans() {
    String trace = spans.get(0).traceId();
    APIResponse answer =
        page.request().get(dashboard.url() + "/api/v1/traces/" + trace.toUpperCase(Locale.ROOT));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().get("content-type")).startsWith("application/json");
    List<JsonObject> array =
        JsonParser.parseString(answer.text()).getAsJsonArray().asList().stream()
            .map(JsonElement::getAsJsonObject)
            .toList();
    assertThat(array)
        .extracting(span -> span.get("spanId").getAsString())
        .containsExactlyElementsOf(
            spans.stream()
                .filter(span -> span.traceId().equals(trace))
                .sorted(
                    Comparator.comparingLong(StoredSpan::startNanos)
                        .thenComparing(StoredSpan::spanId))
                .map(StoredSpan::spanId)
                .toList());
    assertThat(array)
        .extracting(span -> span.get("startNanos").getAsLong())
        .isSorted()
        .allMatch(start -> start > 0);
    assertThat(page.request().get(dashboard.url() + "/api/v1/traces/" + "0".repeat(32)).status())
        .isEqualTo(404);
  }

  @Test
  void anExportSaysHowFarItIs() {
    page.navigate("/audit?range=all");

    page.waitForDownload(() -> page.locator("#exports").getByText("CSV").click());
    assertThat(page.locator("#export-note"))
        .hasText(String.format("Exported %,d rows", spans.size()));
    assertThat(page.locator("#exports").getByText("CSV"))
        .not()
        .hasAttribute("href", Pattern.compile("progress"));
  }
}
