package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.AppClient;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.Entry;
import dev.usercontext.it.contract.Feature;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.RuntimeFacts;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** The server that arquillian.xml starts, and what it does its own way. */
final class WildFly {

  /** The jboss-web.xml of an application whose users the server does not know. */
  static final String OWN_USERS =
      "<jboss-web><security-domain>own-users</security-domain></jboss-web>";

  private static final String CALL_NEVER_ENDED =
      "its client filter never ends the span of a call that gets no response";

  private static final String NEVER_ENDED =
      "its interceptor of @WithSpan never ends the span of a method that throws";

  private static final String CALLED_BACK =
      "Undertow calls back without the context of the request, and offers nothing that carries it";
  private static final String FALLBACK =
      "a fallback method is called outside of all interceptors, on a thread that nobody manages";
  private static final String OF_WELD =
      "Weld takes the caller along to its own executor, but not the OpenTelemetry Context";
  private static final String[] TASK = {"task", "greet", "find-phrase"};
  private static final int REQUESTS_AT_ONCE = 20;

  /** Of the four threads for requests, as many may wait for tasks. */
  static final int REQUESTS_THAT_WAIT = 3;

  private WildFly() {}

  static URI application(String name) {
    return URI.create("http://127.0.0.1:" + System.getProperty("http.port") + '/' + name);
  }

  static ServerProcess process() {
    return ServerProcess.of("standalone-telemetry.xml");
  }

  /** A thread of the server keeps its last request, and so its application, until the next one. */
  static void occupyEveryThread() {
    AppClient welcome = new AppClient(application(""));
    IntStream.range(0, REQUESTS_AT_ONCE)
        .mapToObj(
            i ->
                CompletableFuture.runAsync(
                    () -> welcome.get("", Caller.ANONYMOUS), task -> new Thread(task).start()))
        .toList()
        .forEach(CompletableFuture::join);
  }

  static RuntimeFacts facts() {
    // WildFly instruments JAX-RS only: plain servlets and static files have no server span.
    return new RuntimeFacts()
        .serverSpansOf(Entry.JAX_RS)
        .lacks(Feature.CONTEXT_PROPAGATION, "WildFly has none")
        .differs(
            "404 without a resource",
            "its telemetry filter runs only once a resource has been found",
            Row::withoutServerSpan)
        .differs(
            "403 by @RolesAllowed",
            "its role check runs before its telemetry filter",
            Row::withoutServerSpan)
        .differs(
            "StreamingOutput",
            "it writes the answer once its telemetry filter is done",
            row -> row.inOtherTrace(TASK))
        .differs("ReadListener", CALLED_BACK, WildFly::alone)
        .differs("WriteListener", CALLED_BACK, WildFly::alone)
        .differs("fireAsync of CDI", OF_WELD, WildFly::inOtherTrace)
        .differs("fireAsync of CDI, in a servlet", OF_WELD, WildFly::inOtherTrace)
        .differs("@Asynchronous @Fallback of Fault Tolerance", FALLBACK, WildFly::alone)
        .differs(
            "@Asynchronous @Fallback of Fault Tolerance, in a servlet", FALLBACK, WildFly::alone)
        .differs("JAX-RS client without a server", CALL_NEVER_ENDED, Row::withoutClientSpan)
        .differs(
            "JAX-RS client without a server, in a servlet",
            CALL_NEVER_ENDED,
            Row::withoutClientSpan)
        .differs("client that times out", CALL_NEVER_ENDED, Row::withoutClientSpan)
        .differs("client that times out, in a servlet", CALL_NEVER_ENDED, Row::withoutClientSpan)
        .differs("@UserAttributed that throws", NEVER_ENDED, row -> row.withoutSpan("refund"))
        .differs(
            "@UserAttributed that throws, in a servlet",
            NEVER_ENDED,
            row -> row.withoutSpan("refund"));
  }

  private static Row alone(Row row) {
    return row.withoutUsersOn(TASK).inOtherTrace(TASK);
  }

  private static Row inOtherTrace(Row row) {
    return row.inOtherTrace(TASK).knownByThread(TASK);
  }
}
