package dev.usercontext.load;

import dev.usercontext.it.contract.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The packaged application, as in production. */
final class QuarkusRuntime implements Runtime {

  @Override
  public List<Variant> variants() {
    return List.of(Variant.values());
  }

  @Override
  public Server start(Variant variant, Path work, String traces) throws IOException {
    String module =
        switch (variant) {
          case WITHOUT, AGAIN, BY_HAND -> "load/quarkus";
          case WITH -> "load/quarkus-with-library";
          case END_USER -> "load/quarkus-end-user";
        };
    Path jar = Runtime.built(module).resolve("target/quarkus-app/quarkus-run.jar");
    int port = FreePort.find();
    return Server.start(
        work,
        "http://127.0.0.1:" + port + "/",
        List.of(
            Server.java(),
            "-Xms256m",
            "-Xmx256m",
            "-Dload.by-hand=" + variant.isByHand(),
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=" + port,
            "-Dquarkus.thread-pool.max-threads=4",
            "-Dquarkus.otel.exporter.otlp.endpoint=" + traces,
            "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf",
            "-Dquarkus.otel.bsp.schedule.delay=1S",
            "-jar",
            jar.toString()),
        Map.of());
  }
}
