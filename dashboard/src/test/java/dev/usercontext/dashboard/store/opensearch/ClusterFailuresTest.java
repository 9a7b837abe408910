package dev.usercontext.dashboard.store.opensearch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.FreePort;
import dev.usercontext.dashboard.intake.TestCertificate;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.TestSpan;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.opensearch.StubNode.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cluster that does not do as it should means for people and exporters. */
final class ClusterFailuresTest {
  private static final Answer NOTHING = Answer.ok("{}");

  private static SpanStore open(OpenSearchSettings settings) {
    return OpenSearchStore.open(settings, () -> TestSpan.T0 / 1_000_000);
  }

  private static String closedPort() {
    return "http://localhost:" + FreePort.find();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aWrongPasswordIsSaidAtTheStart(int status) {
    try (StubNode node =
        StubNode.start((method, path, body) -> new Answer(status, "Unauthorized"))) {
      OpenSearchSettings settings =
          OpenSearchSettings.of(node.address()).withUser("ada", "secret-password");

      assertThatThrownBy(() -> open(settings))
          .hasMessageStartingWith("UCD009")
          .hasMessageContaining("dashboard.opensearch.username")
          .hasMessageNotContaining("secret-password");
      assertThat(node.authorizations).containsOnly("Basic YWRhOnNlY3JldC1wYXNzd29yZA==");
    }
  }

  @Test
  void aKeyIsSent() {
    try (StubNode node = StubNode.start((method, path, body) -> NOTHING)) {
      open(settings(node.address(), "abc", null)).close();

      assertThat(node.authorizations).containsOnly("ApiKey abc");
    }
  }

  private static OpenSearchSettings settings(
      String host, @Nullable String apiKey, @Nullable Path trust) {
    return new OpenSearchSettings(
        List.of(host), null, null, apiKey, trust, "spans", 1, 1, 1, Duration.ofSeconds(5), "a.");
  }

  @Test
  void aClusterThatIsNotThereIsSaidAtTheStart() throws IOException {
    String nobody = closedPort();

    assertThatThrownBy(() -> open(OpenSearchSettings.of(nobody)))
        .hasMessageStartingWith("UCD006")
        .hasMessageContaining(nobody);
    assertThatThrownBy(() -> open(OpenSearchSettings.of("search:9200")))
        .hasMessageStartingWith("UCD006")
        .hasMessageContaining("dashboard.opensearch.hosts");
  }

  @Test
  void anotherNodeTakesOver() throws IOException {
    try (StubNode node = StubNode.start((method, path, body) -> NOTHING);
        StubNode starting = StubNode.start((method, path, body) -> new Answer(503, ""))) {
      try (SpanStore store =
          open(OpenSearchSettings.of(closedPort(), starting.address(), node.address()))) {
        for (int i = 0; i < 6; i++) {
          assertThat(store.totals(SpanFilter.in(TimeRange.ALL)).spans()).isZero();
        }
      }
      assertThat(starting.requests).as("left alone once it has failed").hasSizeLessThan(4);
    }
  }

  @Test
  void indicesOfANewerDashboardAreRefused() {
    String newer = "{\"index_templates\":[{\"index_template\":{\"_meta\":{\"schema\":99}}}]}";
    try (StubNode node = StubNode.start((method, path, body) -> Answer.ok(newer))) {
      assertThatThrownBy(() -> open(OpenSearchSettings.of(node.address())))
          .hasMessageStartingWith("UCD005")
          .hasMessageContaining("99");
      assertThat(node.requests).noneMatch(request -> request.startsWith("PUT"));
    }
  }

  @Test
  void aSpanThatWasNotTakenIsNotAcknowledged() {
    String busy =
        """
        {"errors":true,"items":[{"create":{"status":201}},{"create":{"status":429,
        "error":{"type":"rejected_execution_exception","reason":"queue is full"}}}]}\
        """;

    assertThatThrownBy(() -> write(busy))
        .hasMessageStartingWith("UCD006")
        .hasMessageContaining("queue is full");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"errors\":false,\"items\":[{\"create\":{\"status\":201}}]}"})
  void aSpanThatNothingIsSaidOfIsNotAcknowledged(String answer) {
    assertThatThrownBy(() -> write(answer)).hasMessageStartingWith("UCD006");
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 404, 408})
  void aGatewayThatAnswersInItsPlaceTakesNoSpans(int status) {
    Answer ofGateway = new Answer(status, "{}");
    try (StubNode node =
            StubNode.start((method, path, body) -> path.equals("/_bulk") ? ofGateway : NOTHING);
        SpanStore store = open(OpenSearchSettings.of(node.address()))) {
      assertThatThrownBy(() -> store.write(List.of(TestSpan.of(1, 1).build())))
          .hasMessageStartingWith("UCD006");
    }
  }

  @Test
  void anotherServerAtThatAddressTakesNoSpans() {
    Answer none = new Answer(404, "<html>Not found</html>");
    try (StubNode node = StubNode.start((method, path, body) -> none)) {
      assertThatThrownBy(() -> open(OpenSearchSettings.of(node.address())))
          .hasMessageStartingWith("UCD006")
          .hasMessageContaining("dashboard.opensearch.hosts");
    }
    AtomicBoolean started = new AtomicBoolean();
    try (StubNode node = StubNode.start((method, path, body) -> started.get() ? none : NOTHING);
        SpanStore store = open(OpenSearchSettings.of(node.address()))) {
      started.set(true);
      assertThatThrownBy(() -> store.write(List.of(TestSpan.of(1, 1).build())))
          .hasMessageStartingWith("UCD006");
      assertThatThrownBy(() -> store.totals(SpanFilter.in(TimeRange.ALL)))
          .hasMessageStartingWith("UCD006");
    }
  }

  @Test
  void aFullDiskIsSaid() {
    String full =
        """
        {"errors":true,"items":[{"create":{"status":429,"error":{"type":"cluster_block_exception",
        "reason":"disk usage exceeded flood-stage watermark, index has read-only-allow-delete block"
        }}}]}\
        """;

    assertThatThrownBy(() -> write(full)).hasMessageStartingWith("UCD004");
  }

  @Test
  void whatCanNeverBeTakenIsNotSentForEver() {
    String broken =
        """
        {"errors":true,"items":[{"create":{"status":400,"error":{"reason":"no such date"}}},
        {"create":{"status":201}}]}\
        """;

    assertThatThrownBy(() -> write(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no such date");
  }

  private static void write(String bulkAnswer) {
    try (StubNode node =
            StubNode.start(
                (method, path, body) -> path.equals("/_bulk") ? Answer.ok(bulkAnswer) : NOTHING);
        SpanStore store = open(OpenSearchSettings.of(node.address()))) {
      store.write(List.of(TestSpan.of(1, 1).build(), TestSpan.of(1, 2).build()));
    }
  }

  @Test
  void anAnswerOfHalfTheShardsIsNone() {
    try (StubNode node = StubNode.start((method, path, body) -> NOTHING);
        SpanStore store = open(OpenSearchSettings.of(node.address()))) {
      store.totals(SpanFilter.in(TimeRange.ALL));

      assertThat(node.requests.get(node.requests.size() - 1))
          .contains("_search")
          .contains("allow_partial_search_results=false");
    }
  }

  @Test
  void certificatesAreTrustedByFile(@TempDir Path folder) throws Exception {
    TestCertificate certificate = new TestCertificate(folder);
    Path another = new TestCertificate(Files.createDirectory(folder.resolve("a"))).certificate();
    try (StubNode node = StubNode.start(certificate.serving(), (method, path, body) -> NOTHING)) {
      open(settings(node.address(), null, certificate.certificate())).close();

      for (Path trust : new Path[] {another, null}) {
        assertThatThrownBy(() -> open(settings(node.address(), null, trust)))
            .as("%s", trust)
            .hasMessageStartingWith("UCD009")
            .hasMessageContaining("dashboard.opensearch.trust");
      }
      assertThatThrownBy(() -> open(settings(node.address(), null, certificate.key())))
          .hasMessageStartingWith("UCD009")
          .hasMessageContaining("dashboard.opensearch.trust")
          .hasMessageContaining("holds no certificates");
      Path missing = Path.of("not-there.pem");
      assertThatThrownBy(() -> open(settings(node.address(), null, missing)))
          .hasMessageStartingWith("UCD009")
          .hasMessageContaining(missing.toAbsolutePath() + " can't be read");
    }
  }

  @Test
  void tlsWhereThereIsNoneIsNoMatterOfTrust() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      new Thread(() -> answerInPlainText(plain), "plain-node").start();

      String https = "https://localhost:" + plain.getLocalPort();
      assertThatThrownBy(() -> open(OpenSearchSettings.of(https)))
          .hasMessageStartingWith("UCD009")
          .hasMessageContaining("dashboard.opensearch.hosts")
          .hasMessageNotContaining("dashboard.opensearch.trust");
    }
  }

  private static void answerInPlainText(ServerSocket plain) {
    while (!plain.isClosed()) {
      try (Socket socket = plain.accept()) {
        socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
        socket.shutdownOutput();
        socket.getInputStream().readAllBytes();
      } catch (IOException e) {
        // The other side has heard enough, or the test is over.
      }
    }
  }

  @Test
  void plainTextWhereThereIsTlsIsSaid(@TempDir Path folder) throws Exception {
    TestCertificate certificate = new TestCertificate(folder);
    try (StubNode node = StubNode.start(certificate.serving(), (method, path, body) -> NOTHING)) {
      String http = node.address().replace("https:", "http:");

      assertThatThrownBy(() -> open(OpenSearchSettings.of(http)))
          .hasMessageStartingWith("UCD006")
          .hasMessageContaining("https: or http:");
    }
  }
}
