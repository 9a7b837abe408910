package dev.usercontext.dashboard.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.cost.LlmReader;
import dev.usercontext.dashboard.store.AuditQuery;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.duckdb.DuckDbStore;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ports behind a certificate, before the exporters of the SDK. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TlsIntakeTest {
  private final Vertx vertx = Vertx.vertx();
  private TestCertificate certificate;
  private TestCertificate another;
  private SpanStore store;
  private OtlpServers servers;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    certificate = new TestCertificate(Files.createDirectories(folder.resolve("ours")));
    another = new TestCertificate(Files.createDirectories(folder.resolve("another")));
    store = DuckDbStore.open(folder.resolve("spans"));
    servers = servers(settings(certificate.certificate(), certificate.key()));
  }

  @AfterAll
  void stop() {
    servers.close();
    store.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static IntakeSettings settings(@Nullable Path certificate, @Nullable Path key) {
    return new IntakeSettings("127.0.0.1", 0, 0, 1 << 20, null, certificate, key);
  }

  private OtlpServers servers(IntakeSettings settings) throws IOException {
    return new OtlpServers(vertx, settings, 1_000, store, LlmReader.NONE, new IntakeCounters());
  }

  private SpanExporter exporter(String protocol, String scheme, TestCertificate trusted)
      throws IOException {
    byte[] pem = Files.readAllBytes(trusted.certificate());
    return protocol.equals("grpc")
        ? OtlpGrpcSpanExporter.builder()
            .setEndpoint(scheme + "://127.0.0.1:" + servers.grpcPort())
            .setTrustedCertificates(pem)
            .setRetryPolicy(null)
            .build()
        : OtlpHttpSpanExporter.builder()
            .setEndpoint(scheme + "://127.0.0.1:" + servers.httpPort() + "/v1/traces")
            .setTrustedCertificates(pem)
            .setRetryPolicy(null)
            .build();
  }

  /** Whether the exporter says that it could send a span of that name. */
  private static boolean sends(SpanExporter exporter, String name) {
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
            .build()) {
      provider.get("test").spanBuilder(name).startSpan().end();
      return provider.forceFlush().join(20, TimeUnit.SECONDS).isSuccess();
    }
  }

  private boolean stored(String name) {
    return store
        .audit(new AuditQuery(SpanFilter.in(TimeRange.ALL), AuditQuery.Order.NEWEST, null, 1000))
        .spans()
        .stream()
        .anyMatch(span -> span.name().equals(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http"})
  void anExporterThatTrustsTheCertificateIsServed(String protocol) throws IOException {
    String name = "over TLS by " + protocol;
    assertThat(sends(exporter(protocol, "https", certificate), name)).isTrue();
    assertThat(stored(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http"})
  void plainTextIsRefused(String protocol) throws IOException {
    String name = "in plain text by " + protocol;
    sends(exporter(protocol, "http", certificate), name);
    assertThat(stored(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http"})
  void anExporterThatTrustsAnotherCertificateSendsNothing(String protocol) throws IOException {
    String name = "to another by " + protocol;
    sends(exporter(protocol, "https", another), name);
    assertThat(stored(name)).isFalse();
  }

  @Test
  void filesThatCannotBeReadAreNamed(@TempDir Path folder) {
    Path none = folder.resolve("none.pem");
    assertThatThrownBy(() -> settings(certificate.certificate(), none))
        .hasMessageContaining("UCD018: dashboard.otlp.tls.key is " + none);
    assertThatThrownBy(() -> settings(none, certificate.key()))
        .hasMessageContaining("UCD018: dashboard.otlp.tls.certificate is " + none);
  }

  @Test
  void oneFileAloneIsNoPlainText() {
    assertThatThrownBy(() -> settings(certificate.certificate(), null))
        .hasMessageContaining("UCD018");
    assertThatThrownBy(() -> settings(null, certificate.key())).hasMessageContaining("UCD018");
  }

  @Test
  void filesThatAreNoCertificateAndKeyAreNamed() {
    IntakeSettings swapped = settings(certificate.key(), certificate.certificate());
    assertThatThrownBy(() -> servers(swapped)).hasMessageContaining("UCD018: " + certificate.key());
  }
}
