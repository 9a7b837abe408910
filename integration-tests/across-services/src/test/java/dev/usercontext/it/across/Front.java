package dev.usercontext.it.across;

import dev.usercontext.test.OtlpReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Quarkus with an application that sends baggage to one host. */
final class Front {

  private final QuarkusServer server;

  Front() throws IOException {
    server = new QuarkusServer();
  }

  String url() {
    return server.url();
  }

  Service start(Path work) throws IOException {
    return server.start(
        "front",
        Map.of(
            "quarkus.otel.exporter.otlp.endpoint", OtlpReceiver.shared().endpoint(),
            "usercontext.baggage.send", "id",
            "usercontext.baggage.hosts", "127.0.0.1"),
        work);
  }
}
