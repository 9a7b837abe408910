package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.Entry;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.RuntimeFacts;
import java.net.URI;

/** The server that arquillian.xml starts, and what it does its own way. */
final class WildFly {

  private WildFly() {}

  static URI application(String name) {
    return URI.create("http://127.0.0.1:" + System.getProperty("http.port") + '/' + name + '/');
  }

  static RuntimeFacts facts() {
    // WildFly instruments JAX-RS only: plain servlets and static files have no server span.
    return new RuntimeFacts()
        .serverSpansOf(Entry.JAX_RS)
        .differs(
            "404 without a resource",
            "its telemetry filter runs only once a resource has been found",
            Row::withoutServerSpan)
        .differs(
            "403 by @RolesAllowed",
            "its role check runs before its telemetry filter",
            Row::withoutServerSpan);
  }
}
