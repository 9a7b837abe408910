package dev.usercontext.load;

import dev.usercontext.it.contract.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The server of the module open-liberty, with folders of its own for what it writes. */
final class OpenLibertyRuntime implements Runtime {

  private static final String SERVER = "load";

  @Override
  public List<Variant> variants() {
    return List.of(Variant.WITHOUT, Variant.AGAIN, Variant.BY_HAND, Variant.WITH);
  }

  @Override
  public Server start(Variant variant, Path work, String traces) throws IOException {
    Path home = Runtime.built("open-liberty/target/wlp");
    Path server = Files.createDirectories(work.resolve("servers").resolve(SERVER));
    Files.writeString(
        server.resolve("server.xml"),
        """
        <server>
          <include location="%s"/>
          <featureManager><feature>mpTelemetry-2.1</feature></featureManager>
        </server>
        """
            .formatted(Runtime.built("open-liberty/src/server/common.xml")));
    JakartaApplication.write(variant, traces, Files.createDirectories(server.resolve("dropins")));
    int port = FreePort.find();
    return Server.start(
        work,
        "http://127.0.0.1:" + port + "/" + JakartaApplication.NAME + "/",
        List.of(
            Server.java(),
            "-Xms512m",
            "-Xmx512m",
            "-Dload.by-hand=" + variant.isByHand(),
            "-Dhttp.port=" + port,
            // What the script of the server says to Java 9 and later.
            "@" + home.resolve("lib/platform/java/java9.options"),
            "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
            "-jar",
            home.resolve("bin/tools/ws-server.jar").toString(),
            SERVER),
        Map.of("WLP_USER_DIR", work.toString()));
  }
}
