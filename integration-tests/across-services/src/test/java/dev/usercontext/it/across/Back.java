package dev.usercontext.it.across;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.WebXml;
import java.io.IOException;
import java.nio.file.Path;

/** WildFly with an application that believes baggage. */
final class Back {

  private final WildFlyServer server;

  Back() throws IOException {
    server = new WildFlyServer("back");
  }

  String url() {
    return server.url();
  }

  Service start(Path work) throws IOException {
    return server.start(
        ApplicationWar.unaware("back")
            .parts("across")
            .webXml(WebXml.basic())
            .configure("usercontext.baggage.trust", "true")
            .configure("usercontext.provenance", "true")
            .withLibrary(),
        work);
  }
}
