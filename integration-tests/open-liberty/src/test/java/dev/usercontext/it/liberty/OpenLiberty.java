package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.Entry;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.RuntimeFacts;
import java.net.URI;

/** What Open Liberty does its own way. */
final class OpenLiberty {

  private static final String NEVER_ENDED =
      "its telemetry filter does not end the server span when an exception passes through it";

  private static final String CALL_NEVER_ENDED =
      "its client filter never ends the span of a call that gets no response";

  /** Of the four threads that requests and tasks share, as many may wait for tasks. */
  static final int REQUESTS_THAT_WAIT = 3;

  private OpenLiberty() {}

  static URI application(String contextRoot) {
    return URI.create(
        "http://127.0.0.1:" + System.getProperty("http.port") + '/' + contextRoot + '/');
  }

  static RuntimeFacts facts() {
    return LibertyThreads.of(requests());
  }

  /** Without what is about other threads. */
  static RuntimeFacts requests() {
    return new RuntimeFacts()
        .serverSpansOf(Entry.JAX_RS, Entry.SERVLET, Entry.FILE, Entry.WEB_SOCKET)
        .differs("static file that is not there", NEVER_ENDED, Row::withoutServerSpan)
        .differs("unmapped exception in a servlet", NEVER_ENDED, Row::withoutServerSpan)
        .differs(
            "exception after the first byte, in a servlet", NEVER_ENDED, Row::withoutServerSpan)
        .differs("answer aborted by the caller, in a servlet", NEVER_ENDED, Row::withoutServerSpan)
        .differs("client that times out", CALL_NEVER_ENDED, Row::withoutClientSpan)
        .differs("client that times out, in a servlet", CALL_NEVER_ENDED, Row::withoutClientSpan)
        .differs("JAX-RS client without a server", CALL_NEVER_ENDED, Row::withoutClientSpan)
        .differs(
            "JAX-RS client without a server, in a servlet",
            CALL_NEVER_ENDED,
            Row::withoutClientSpan);
  }
}
