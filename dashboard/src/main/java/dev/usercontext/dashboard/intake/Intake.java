package dev.usercontext.dashboard.intake;

import dev.usercontext.dashboard.cost.LlmReader;
import dev.usercontext.dashboard.store.SpanStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** OTLP's two ports, from the start of the application to its end. */
@ApplicationScoped
public class Intake {
  private static final Logger LOG = Logger.getLogger(Intake.class);

  @Inject SpanStore store;
  @Inject Instance<LlmReader> llm;
  @Inject IntakeCounters counters;
  @Inject Vertx vertx;

  @ConfigProperty(name = "dashboard.otlp.host")
  String host;

  @ConfigProperty(name = "dashboard.otlp.grpc-port")
  int grpcPort;

  @ConfigProperty(name = "dashboard.otlp.http-port")
  int httpPort;

  @ConfigProperty(name = "dashboard.otlp.queue-spans")
  int queueSpans;

  @ConfigProperty(name = "dashboard.otlp.token")
  Optional<String> token;

  @ConfigProperty(name = "dashboard.otlp.tls.certificate")
  Optional<Path> certificate;

  @ConfigProperty(name = "dashboard.otlp.tls.key")
  Optional<Path> key;

  private @Nullable OtlpServers servers;

  void start(@Observes StartupEvent event) {
    IntakeSettings settings =
        new IntakeSettings(
            host,
            grpcPort,
            httpPort,
            IntakeSettings.MAX_REQUEST_BYTES,
            token.orElse(null),
            certificate.orElse(null),
            key.orElse(null));
    LlmReader reader = llm.isResolvable() ? llm.get() : LlmReader.NONE;
    try {
      servers = new OtlpServers(vertx, settings, queueSpans, store, reader, counters);
    } catch (IOException | CompletionException e) {
      throw new IllegalStateException(
          "UCD017: OTLP can't listen on "
              + host
              + ", ports "
              + grpcPort
              + " and "
              + httpPort
              + ": "
              + e.getMessage()
              + ". Set dashboard.otlp.grpc-port and dashboard.otlp.http-port.",
          e);
    }
    LOG.infof(
        "OTLP: gRPC on %s:%d, HTTP on %s:%d", host, servers.grpcPort(), host, servers.httpPort());
  }

  void stop(@Observes ShutdownEvent event) {
    if (servers != null) {
      servers.close();
    }
  }

  /** The port of gRPC, also where the configured one is 0. */
  public int grpcPort() {
    return servers == null ? grpcPort : servers.grpcPort();
  }

  /** The port of HTTP, also where the configured one is 0. */
  public int httpPort() {
    return servers == null ? httpPort : servers.httpPort();
  }
}
