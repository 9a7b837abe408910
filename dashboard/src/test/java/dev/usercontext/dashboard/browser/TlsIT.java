package dev.usercontext.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.intake.TestCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages with a certificate, as docs/dashboard.md configures it. */
final class TlsIT {
  private static final String[] TLS = {
    "-Dquarkus.http.insecure-requests=disabled",
    "-Dquarkus.http.ssl-port=0",
    "-Ddashboard.security.admin-password=admin-secret"
  };

  @TempDir Path folder;

  private static String[] with(String... files) {
    return Stream.of(TLS, files).flatMap(Arrays::stream).toArray(String[]::new);
  }

  @Test
  void pagesAndLoginsAreEncrypted() throws Exception {
    TestCertificate certificate = new TestCertificate(folder);
    try (RunningDashboard dashboard =
        RunningDashboard.start(
            folder.resolve("spans"),
            with(
                "-Dquarkus.http.ssl.certificate.files=" + certificate.certificate(),
                "-Dquarkus.http.ssl.certificate.key-files=" + certificate.key()))) {
      assertThat(dashboard.url()).startsWith("https://");
      HttpClient client = HttpClient.newBuilder().sslContext(certificate.trusting()).build();
      HttpResponse<String> login =
          client.send(
              HttpRequest.newBuilder(URI.create(dashboard.url() + "/login"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString("name=admin&password=admin-secret"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(login.statusCode()).isEqualTo(303);
      assertThat(login.headers().firstValue("Set-Cookie").orElse(""))
          .contains("usercontext-session=", "Secure", "HttpOnly", "SameSite=Lax");

      URI plain = URI.create(dashboard.url().replace("https", "http") + "/login");
      assertThatThrownBy(
              () ->
                  client.send(
                      HttpRequest.newBuilder(plain).build(),
                      HttpResponse.BodyHandlers.discarding()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aFileThatIsNotThereIsNamed() throws Exception {
    TestCertificate certificate = new TestCertificate(folder);
    Path none = folder.resolve("none.pem");
    assertThat(
            RunningDashboard.refused(
                folder.resolve("pages"),
                with(
                    "-Dquarkus.http.ssl.certificate.files=" + certificate.certificate(),
                    "-Dquarkus.http.ssl.certificate.key-files=" + none)))
        .contains(none.toString());
    assertThat(
            RunningDashboard.refused(
                folder.resolve("intake"),
                "-Ddashboard.otlp.tls.certificate=" + certificate.certificate(),
                "-Ddashboard.otlp.tls.key=" + none))
        .contains("UCD018: dashboard.otlp.tls.key is " + none);
  }
}
