package dev.usercontext.it.across;

import dev.usercontext.it.contract.FreePort;
import dev.usercontext.it.contract.TokenIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The application of the module quarkus. */
final class QuarkusServer {

  private final int port;

  QuarkusServer() {
    port = FreePort.find();
  }

  String url() {
    return "http://127.0.0.1:" + port + '/';
  }

  Service start(String name, Map<String, String> settings, Path work) throws IOException {
    Path jar = Path.of(System.getProperty("quarkus.home"), "quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException("build the module quarkus first: there is no " + jar);
    }
    Map<String, String> configuration = new TreeMap<>(new TokenIssuer().configuration());
    configuration.put("quarkus.http.port", Integer.toString(port));
    configuration.put("quarkus.http.host", "127.0.0.1");
    configuration.putAll(settings);
    List<String> options = new ArrayList<>(List.of("-Xmx256m"));
    configuration.forEach((key, value) -> options.add("-D" + key + '=' + value));
    options.addAll(List.of("-jar", jar.toString()));
    return Service.start(name, options, work);
  }
}
