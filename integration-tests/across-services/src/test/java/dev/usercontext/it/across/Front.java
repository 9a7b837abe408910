package dev.usercontext.it.across;

import dev.usercontext.test.OtlpReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
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
    Map<String, String> settings = new HashMap<>(OtlpReceiver.shared().quarkusConfiguration());
    settings.put("usercontext.baggage.send", "id");
    settings.put("usercontext.baggage.hosts", "127.0.0.1");
    return server.start("front", settings, work);
  }
}
