package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.usercontext.dashboard.model.StoredSpan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who may look, and who may erase. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LoginIT {
  private final List<StoredSpan> spans = DemoSpans.until(Instant.now(), 150);
  private final HttpClient client = HttpClient.newHttpClient();
  private final Path actions = Path.of("target", "actions-" + System.nanoTime() + ".log");
  private RunningDashboard dashboard;
  private Chromium chromium;

  @BeforeAll
  void start() throws Exception {
    dashboard =
        RunningDashboard.start(
            RunningDashboard.folder("login", spans),
            "-Ddashboard.security.viewer-password=viewer-secret",
            "-Ddashboard.security.admin-password=admin-secret",
            "-Ddashboard.security.action-log=" + actions);
    chromium = new Chromium();
  }

  @AfterAll
  void stop() throws Exception {
    chromium.close();
    dashboard.close();
  }

  private Page login(String name, String password, String address) {
    Page page = chromium.open(dashboard.url());
    page.navigate(address);
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill(password);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
    return page;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(dashboard.url() + path));
  }

  private static String basic(String both) {
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private int status(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  @Test
  void aPermalinkOpensAfterTheLogin() {
    Page page = login("viewer", "viewer-secret", "/cost?range=30d&by=model");

    assertThat(page).hasURL(Pattern.compile("/cost\\?range=30d&by=model"));
    assertThat(page.locator("#view table")).isVisible();
    page.getByText("Log out").click();
    assertThat(page).hasURL(Pattern.compile("/login"));
    page.navigate("/users");
    assertThat(page).hasURL(Pattern.compile("/login"));
  }

  @Test
  void aWrongPasswordIsSaidAndOpensNothing() {
    Page page = login("viewer", "admin-secret", "/users");

    assertThat(page.getByRole(AriaRole.ALERT)).hasText("Name or password is wrong.");
    Chromium.keep(page, "login");
    page.navigate("/audit");
    assertThat(page).hasURL(Pattern.compile("/login"));
  }

  @Test
  void aLoginThatIsOverIsAskedForInsteadOfMoreRows() {
    Page page = login("viewer", "viewer-secret", "/audit?range=all");
    assertThat(page.getByText("Show more")).isVisible();

    page.context().clearCookies();
    page.getByText("Show more").click();

    assertThat(page).hasURL(Pattern.compile("/login\\?back=%2Faudit"));
  }

  @Test
  void aViewerSeesAndDoesNotErase() throws Exception {
    Page page = login("viewer", "viewer-secret", "/user?id=u-101&range=all");

    assertThat(page.locator(".jump")).not().containsText("Erase");
    page.navigate("/erase?id=u-101");
    assertThat(page.locator("main")).containsText("Only admin may erase");
    assertThat(
            status(
                request("/erase")
                    .header("Authorization", basic("viewer:viewer-secret"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("id=u-101&confirm=u-101"))))
        .isEqualTo(403);
    assertThat(
            client
                .send(
                    request("/api/v1/user?range=all&id=u-101")
                        .header("Authorization", basic("viewer:viewer-secret"))
                        .build(),
                    HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void anAdminErasesAUserFromTheFilesToo() throws Exception {
    String user = "u-100";
    assertThat(filesHold(user)).isTrue();
    Page page = login("admin", "admin-secret", "/user?id=" + user + "&range=all");

    page.getByText("Erase…").click();
    page.getByLabel("Type the id to confirm").fill("u-101");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Erase")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nothing was erased");
    page.getByLabel("Type the id to confirm").fill(user);
    Chromium.keep(page, "erase");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Erase")).click();

    long theirs =
        spans.stream().filter(s -> s.user() != null && s.user().id().equals(user)).count();
    assertThat(page.locator("main")).containsText(theirs + " spans of this user removed");
    page.navigate("/user?range=all&id=" + user);
    assertThat(page.locator("#view")).containsText("Nothing of this user");
    page.navigate("/users?range=all&find=ada@");
    assertThat(page.locator("#view")).containsText("No users here");
    assertThat(filesHold(user)).isFalse();
    assertThat(filesHold("ada@example.com")).isFalse();
    assertThat(Files.readString(actions))
        .contains("\"who\":\"admin\"", "\"action\":\"erase\"", "\"spans\":" + theirs)
        .doesNotContain(user);
  }

  private boolean filesHold(String text) throws Exception {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    try (Stream<Path> files = Files.walk(dashboard.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        for (int i = 0; i <= content.length - wanted.length; i++) {
          int same = 0;
          while (same < wanted.length && content[i + same] == wanted[same]) {
            same++;
          }
          if (same == wanted.length) {
            return true;
          }
        }
      }
    }
    return false;
  }

  @Test
  void nothingAnswersWithoutALogin() throws Exception {
    for (String path :
        List.of(
            "/api/v1/users",
            "/api/v1/spans.csv",
            "/api/v1/openapi.json",
            "/q/metrics",
            "/q/openapi")) {
      assertThat(status(request(path))).as(path).isEqualTo(401);
    }
    for (String path : List.of("/", "/users", "/trace?id=1", "/about", "/nowhere", "//users")) {
      assertThat(status(request(path))).as(path).isEqualTo(303);
    }
    assertThat(status(request("/q/health"))).isEqualTo(200);
    assertThat(status(request("/api/v1/users").header("Authorization", basic("admin:wrong!!!"))))
        .isEqualTo(401);
    assertThat(status(request("/users").header("Cookie", "usercontext-session=guess")))
        .isEqualTo(303);
  }

  @Test
  void anotherSiteCannotUseALogin() throws Exception {
    for (String[] header :
        new String[][] {
          {"Sec-Fetch-Site", "cross-site"},
          {"Sec-Fetch-Site", "same-site"},
          {"Origin", "https://elsewhere.example"},
          {"Origin", "null"}
        }) {
      assertThat(
              status(
                  request("/erase")
                      .header(header[0], header[1])
                      .header("Authorization", basic("admin:admin-secret"))
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(HttpRequest.BodyPublishers.ofString("id=u-105&confirm=u-105"))))
          .as(header[1])
          .isEqualTo(403);
    }
    Page page = login("viewer", "viewer-secret", "/login?back=//elsewhere.example/");
    assertThat(page).hasURL(dashboard.url() + "/users");
  }

  @Test
  void everyAnswerForbidsForeignScripts() throws Exception {
    for (String path :
        List.of("/login", "/users", "/api/v1/users", "/assets/app.js", "/q/health")) {
      HttpResponse<Void> answer =
          client.send(request(path).build(), HttpResponse.BodyHandlers.discarding());
      String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
      assertThat(policy).as(path).contains("default-src 'none'", "frame-ancestors 'none'");
      assertThat(policy).doesNotContain("unsafe", "*");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
  }
}
