package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.nio.file.Files;
import java.util.List;
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
