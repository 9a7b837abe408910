package dev.usercontext.it.across;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.usercontext.it.contract.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The jar of the module dashboard, over an empty folder. */
final class DashboardServer {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final int grpc;
  private final int protobuf;

  DashboardServer() {
    port = FreePort.find();
    grpc = FreePort.find();
    protobuf = FreePort.find();
  }

  String url() {
    return "http://127.0.0.1:" + port + '/';
  }

  /** What {@code otel.exporter.otlp.endpoint} is to be for OTLP over gRPC. */
  String grpcEndpoint() {
    return "http://127.0.0.1:" + grpc;
  }

  /** Likewise, over HTTP. */
  String httpEndpoint() {
    return "http://127.0.0.1:" + protobuf;
  }

  Service start(Path work) throws IOException {
    Path jar = Path.of(System.getProperty("dashboard.jar"));
    if (!Files.exists(jar)) {
      throw new IllegalStateException("build the module dashboard first: there is no " + jar);
    }
    return Service.start(
        "dashboard",
        List.of(
            "-Xmx256m",
            "-Dquarkus.http.port=" + port,
            "-Ddashboard.otlp.grpc-port=" + grpc,
            "-Ddashboard.otlp.http-port=" + protobuf,
            "-Ddashboard.store.folder=" + Files.createTempDirectory(work, "spans"),
            "-jar",
            jar.toString()),
        work);
  }

  /** What a view shows. */
  JsonNode ask(String view) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "api/v1/" + view)).build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(view + ": " + response.statusCode() + ' ' + response.body());
    }
    return JSON.readTree(response.body());
  }
}
