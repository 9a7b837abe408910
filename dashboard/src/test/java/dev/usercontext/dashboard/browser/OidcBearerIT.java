package dev.usercontext.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs, which send a token of the OpenID provider that people log in with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OidcBearerIT {
  private static final String VIEWER = "dashboard-viewer";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path actions = Path.of("target", "actions-" + System.nanoTime() + ".log");
  private OpenIdProvider provider;
  private RunningDashboard dashboard;

  @BeforeAll
  void start() throws Exception {
    provider = new OpenIdProvider();
    dashboard =
        OidcPages.dashboard(provider, "oidc-bearer", "-Ddashboard.security.action-log=" + actions);
  }

  @AfterAll
  void stop() throws Exception {
    dashboard.close();
    provider.close();
  }

  @BeforeEach
  void asItShouldBe() {
    provider.says(claims -> {});
  }

  private HttpResponse<String> ask(RunningDashboard whom, String path, String token)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(whom.url() + path))
            .header("Authorization", "Bearer " + token)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> ask(String token) throws Exception {
    return ask(dashboard, "/api/v1/users?range=30d", token);
  }

  private static void refused(HttpResponse<String> answer, int status, String error, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).startsWith(code + ":");
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
        .startsWith("Bearer ")
        .contains("error=\"" + error + "\"", code);
  }

  @Test
  void aTokenOpensTheApiExportsAndMetricsAndNoPage() throws Exception {
    String token = provider.accessToken(claims -> {}, VIEWER);

    assertThat(ask(token).body()).contains("u-10");
    HttpResponse<String> export = ask(dashboard, "/api/v1/users.csv?range=30d", token);
    assertThat(export.statusCode()).isEqualTo(200);
    assertThat(Files.readString(actions)).contains("\"who\":\"subject-1\"", "\"export\"");
    assertThat(ask(dashboard, "/q/metrics", token).statusCode()).isEqualTo(200);
    assertThat(ask(dashboard, "/users", token).statusCode()).isEqualTo(303);
  }

  @Test
  void aTokenWithoutASubjectIsNamedByItsClient() throws Exception {
    String token =
        provider.accessToken(claims -> claims.subject(null), "something", "dashboard-admin");

    assertThat(ask(dashboard, "/api/v1/cost.csv?range=30d", token).statusCode()).isEqualTo(200);
    assertThat(Files.readString(actions)).contains("\"who\":\"nightly-report\",\"role\":\"ADMIN\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"expired", "no end", "not yet", "audience", "no audience", "issuer", "signature"})
  void aTokenThatIsWrongIsRefused(String what) throws Exception {
    if (what.equals("signature")) {
      provider.forges();
    }
    String token =
        provider.accessToken(
            claims -> {
              switch (what) {
                case "expired" -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120)));
                case "no end" -> claims.expirationTime(null);
                case "not yet" -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(120)));
                case "audience" -> claims.audience("another-client");
                case "no audience" -> claims.audience((String) null);
                case "issuer" -> claims.issuer("https://elsewhere.example/\"quoted\"");
                default -> {}
              }
            },
            "dashboard-admin");

    refused(ask(token), 401, "invalid_token", "UCD126");
  }

  @Test
  void aTokenThatAnybodyCanSignIsRefused() throws Exception {
    JWTClaimsSet claims =
        SignedJWT.parse(provider.accessToken(any -> {}, "dashboard-admin")).getJWTClaimsSet();
    SignedJWT byPublicKey = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    byPublicKey.sign(new MACSigner(provider.publicKey().toRSAPublicKey().getEncoded()));

    for (String token :
        List.of(new PlainJWT(claims).serialize(), byPublicKey.serialize(), "no-jwt", "a.b.c")) {
      refused(ask(token), 401, "invalid_token", "UCD126");
    }
  }

  @Test
  void aTokenWithoutARoleIsForbidden() throws Exception {
    refused(
        ask(provider.accessToken(claims -> {}, "somebody")), 403, "insufficient_scope", "UCD125");
  }

  @Test
  void withoutATokenTheAnswerSaysWhatToSend() throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(dashboard.url() + "/api/v1/users")).build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues("WWW-Authenticate"))
        .containsExactly("Basic realm=\"dashboard\"", "Bearer realm=\"dashboard\"");
  }

  @Test
  void keysMayChange() throws Exception {
    assertThat(ask(provider.accessToken(claims -> {}, VIEWER)).statusCode()).isEqualTo(200);
    provider.rotates();
    assertThat(ask(provider.accessToken(claims -> {}, VIEWER)).statusCode()).isEqualTo(200);
  }

  @Test
  void theAudienceMayBeTheApisOwn() throws Exception {
    try (RunningDashboard api =
        OidcPages.dashboard(
            provider, "oidc-audience", "-Ddashboard.oidc.audience=api://dashboard,other")) {
      String path = "/api/v1/users";
      String own = provider.accessToken(claims -> claims.audience("api://dashboard"), VIEWER);
      assertThat(ask(api, path, own).statusCode()).isEqualTo(200);
      refused(
          ask(api, path, provider.accessToken(claims -> {}, VIEWER)),
          401,
          "invalid_token",
          "UCD126");
    }
  }

  @Test
  void aProviderThatDoesNotAnswerIsSaid() throws Exception {
    OpenIdProvider gone = new OpenIdProvider();
    gone.close();
    try (RunningDashboard alone = OidcPages.dashboard(gone, "oidc-bearer-gone")) {
      HttpResponse<String> answer =
          ask(alone, "/api/v1/users", gone.accessToken(claims -> {}, VIEWER));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).startsWith("UCD121:");
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      // A token of another issuer does not even make it ask.
      String token = gone.accessToken(claims -> claims.issuer("https://elsewhere"), VIEWER);
      assertThat(ask(alone, "/api/v1/users", token).statusCode()).isEqualTo(401);
    }
  }
}
