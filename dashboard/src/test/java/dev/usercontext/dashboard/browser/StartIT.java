package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first minute: started, nothing there, the first span, a file; and what it refuses. */
final class StartIT {
  @TempDir Path folder;

  @Test
  void whereOthersCanReachItItWantsPasswords() throws Exception {
    assertThat(RunningDashboard.refused(folder, "-Dquarkus.http.host=0.0.0.0"))
        .contains("UCD102", "dashboard.security.admin-password");
    assertThat(RunningDashboard.refused(folder, "-Ddashboard.security.admin-password=short"))
        .contains("UCD101", "8 characters");
    assertThat(RunningDashboard.refused(folder, "-Ddashboard.prices=" + folder.resolve("none.csv")))
        .contains("none.csv");
  }

  @Test
  void whatIsWrongWithItsStoreIsSaidAtTheStart() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    assertThat(RunningDashboard.refused(file)).contains("UCD002").doesNotContain("Listening on");
    try (RunningDashboard first = RunningDashboard.start(folder.resolve("data"))) {
      assertThat(RunningDashboard.refused(first.folder()))
          .contains("UCD001")
          .doesNotContain("Listening on");
    }
  }

  @Test
  void aClusterThatIsNotThereYetIsSaidAtTheStart() throws Exception {
    try (RunningDashboard dashboard =
        RunningDashboard.start(
            folder,
            "-Ddashboard.store.engine=opensearch",
            "-Ddashboard.opensearch.hosts=http://127.0.0.1:9")) {
      assertThat(dashboard.log()).contains("UCD006", "http://127.0.0.1:9");
    }
  }

  @Test
  void fromNothingToTheFirstUsers() throws Exception {
    Path file = Files.writeString(folder.resolve("spans.jsonl"), spans("ada") + spans("grace"));
    try (Chromium chromium = new Chromium();
        RunningDashboard dashboard = RunningDashboard.start(folder.resolve("data"))) {
      Page page = chromium.open(dashboard.url());
      page.navigate("/");
      assertThat(page.getByText("Waiting for the first span")).isVisible();
      String exporter = page.locator("pre").first().textContent();
      assertThat(exporter).contains("quarkus.otel.exporter.otlp.endpoint=http://127.0.0.1:");
      assertThat(page.locator(".snippets h2"))
          .containsText(new String[] {"Quarkus", "Open Liberty", "WildFly"});
      Chromium.keep(page, "welcome");
      page.locator("button.copy").first().click();
      assertThat(page.locator("button.copy").first()).hasText(Pattern.compile("Copied|Selected"));

      String to =
          page.locator("pre").nth(3).textContent().replaceAll("(?s).*ENDPOINT=(\\S+).*", "$1");
      String said = RunningDashboard.command("import", file.toString(), "--to", to);

      assertThat(said).contains("4 spans sent.", "100 %");
      page.getByText("see the users").click();
      assertThat(page.locator("#view tbody tr")).hasCount(2);
      assertThat(page.locator("#view")).containsText("$0.0064");
      theDocumentIsTrue(dashboard.url());
      chromium.assertQuiet();
    }
    assertThat(RunningDashboard.command("import", file.toString(), "--to", "http://127.0.0.1:9"))
        .contains("UCD114");
    Files.writeString(file, "{\"resourceSpans\": [");
    assertThat(RunningDashboard.command("import", file.toString(), "--to", "http://127.0.0.1:9"))
        .contains("UCD11");
    assertThat(RunningDashboard.command("imprt")).contains("import FILE");
  }

  @Test
  void theUsersOwnAttributesMayBeCalledOtherwise() throws Exception {
    String plan = "{\"key\":\"customer.plan\",\"value\":{\"stringValue\":\"pro\"}},";
    String spans = spans("ada").replace("{\"key\":\"user_id\"", plan + "{\"key\":\"user_id\"");
    Path file = Files.writeString(folder.resolve("spans.jsonl"), spans);
    try (RunningDashboard dashboard =
        RunningDashboard.start(
            folder.resolve("data"), "-Ddashboard.user-attributes.prefix=customer.")) {
      String to = "http://" + dashboard.log().replaceAll("(?s).*HTTP on ([0-9.:]+).*", "$1");
      assertThat(RunningDashboard.command("import", file.toString(), "--to", to))
          .contains("2 spans sent.");

      HttpClient client = HttpClient.newHttpClient();
      assertThat(get(client, dashboard.url() + "/api/v1/totals?q=plan:pro").body())
          .contains("\"spans\":2");
      assertThat(get(client, dashboard.url() + "/cost").body()).contains("attribute:customer.plan");
    }
  }

  /** Everything that the OpenAPI document describes is there, and nothing else is. */
  private static void theDocumentIsTrue(String url) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    JsonNode document =
        new ObjectMapper().readTree(get(client, url + "/api/v1/openapi.json").body());
    List<String> paths =
        List.copyOf(
            document.path("paths").properties().stream().map(entry -> entry.getKey()).toList());
    assertThat(paths).hasSize(22);
    for (String path : paths) {
      String query =
          switch (path) {
            case "/user" -> "?id=ada&range=all";
            case "/values" -> "?key=model&range=all";
            default -> "?range=all";
          };
      if (!path.contains("{")) {
        assertThat(get(client, url + "/api/v1" + path + query).statusCode())
            .as(path)
            .isEqualTo(200);
      }
    }
  }

  private static HttpResponse<String> get(HttpClient client, String url) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String spans(String user) {
    StringBuilder spans = new StringBuilder();
    long now = System.currentTimeMillis();
    for (int i = 1; i <= 2; i++) {
      spans.append(
          """
          {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shell"}}]},\
          "scopeSpans":[{"scope":{"name":"test"},"spans":[{"traceId":"%032x","spanId":"%016x","name":"chat","kind":3,\
          "startTimeUnixNano":"%d000000","endTimeUnixNano":"%d000000","attributes":[\
          {"key":"user_id","value":{"stringValue":"%s"}},\
          {"key":"gen_ai.request.model","value":{"stringValue":"gpt-4o"}},\
          {"key":"gen_ai.usage.input_tokens","value":{"intValue":"1200"}},\
          {"key":"gen_ai.usage.output_tokens","value":{"intValue":"20"}}]}]}]}]}
          """
              .formatted(user.hashCode(), i, now - 900, now, user));
    }
    return spans.toString();
  }
}
