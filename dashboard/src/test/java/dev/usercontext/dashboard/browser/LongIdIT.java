package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.usercontext.dashboard.intake.TestCertificate;
import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.SpanUser;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.query.Params;
import dev.usercontext.dashboard.store.TimeRange;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids as long as the library sends them, which an address spells in up to nine bytes a letter. */
final class LongIdIT {
  private static final List<String> IDS = List.of("я".repeat(1_000), "水".repeat(1_024));

  private static Path folder() throws Exception {
    long now = TimeRange.nanos(Instant.now()) - 1_000_000_000L;
    return RunningDashboard.folder(
        "long-id", List.of(span("1", IDS.get(0), now), span("2", IDS.get(1), now)));
  }

  private static StoredSpan span(String digit, String user, long start) {
    return new DemoSpan(digit.repeat(32), digit.repeat(16), "work", SpanKind.INTERNAL)
        .in("shop-api", "production")
        .at(start, 1_000_000L)
        .of(new SpanUser(user, "somebody@example.com"), 0)
        .build();
  }

  @Test
  void areOpenedAndErased() throws Exception {
    try (RunningDashboard dashboard = RunningDashboard.start(folder());
        Chromium chromium = new Chromium()) {
      Page page = chromium.open(dashboard.url());
      for (String id : IDS) {
        page.navigate("/users");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(id).setExact(true))
            .click();
        assertThat(page.getByText("Recent traces")).isVisible();
        page.locator(".jump").getByText("Audit trail").click();
        assertThat(page.locator("#rows tr")).hasCount(1);
        page.goBack();
        page.getByText("Theme").click();
        assertThat(page.getByText("Recent traces")).isVisible();

        page.getByText("Erase…").click();
        page.getByLabel("Type the id to confirm").fill(id);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Erase")).click();
        assertThat(page.getByText("1 span of this user removed")).isVisible();
      }
      chromium.assertQuiet();
    }
  }

  @Test
  void areOpenedOverTlsToo(@TempDir Path files) throws Exception {
    TestCertificate certificate = new TestCertificate(files);
    try (RunningDashboard dashboard =
        RunningDashboard.start(
            folder(),
            "-Dquarkus.http.insecure-requests=disabled",
            "-Dquarkus.http.ssl-port=0",
            "-Dquarkus.http.ssl.certificate.files=" + certificate.certificate(),
            "-Dquarkus.http.ssl.certificate.key-files=" + certificate.key())) {
      HttpClient client = HttpClient.newBuilder().sslContext(certificate.trusting()).build();
      for (String id : IDS) {
        URI user = URI.create(dashboard.url() + Params.none().with("id", id).link("/user"));
        HttpResponse<String> answer =
            client.send(HttpRequest.newBuilder(user).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Recent traces");
      }
    }
  }
}
