package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.Entry;
import dev.usercontext.it.contract.Feature;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.RuntimeFacts;
import java.util.function.UnaryOperator;

/** What Quarkus does its own way. */
public final class QuarkusFacts {

  private static final String ON_EVENT_LOOP =
      "it is refused on the event loop, which refuses anonymous requests only";

  private static final String NO_CONNECTION =
      "Vert.x begins the span of a call only once it has a connection";

  private static final String WHEN_IT_BEGINS =
      "a task takes along what is in effect in the request's Vert.x context when it begins";

  private static final UnaryOperator<Row> LOGIN_REQUIRED =
      row ->
          row.anonymously(Row.of(row.name(), Entry.JAX_RS, "rest/open/admins-only").answers(401));

  private QuarkusFacts() {}

  public static RuntimeFacts rest() {
    return servlets().lacks(Feature.SERVLET, "this application has no servlet container");
  }

  public static RuntimeFacts servlets() {
    // Vert.x makes the server span of every request, before anybody is authenticated.
    return new RuntimeFacts()
        .serverSpansOf(Entry.values())
        // The handshake, and what WebSockets Next says of the socket.
        .serverSpans(Entry.WEB_SOCKET, "GET ", "OPEN ", "CLOSE ")
        .lacks(Feature.EJB, "Quarkus has none")
        .lacks(Feature.CONCURRENCY, "Quarkus has none")
        .lacks(Feature.FAULT_TOLERANCE, "not tried: its extension was not to be had")
        .differs(
            "AsyncResponse, timed out",
            "it calls the handler on a timer of Vert.x, which belongs to no request",
            row -> row.withoutUsersOn("on-timeout").inOtherTrace("on-timeout"))
        .differs(
            "WriteListener",
            "Undertow calls back without the OpenTelemetry Context",
            row -> row.inOtherTrace("task", "greet", "find-phrase"))
        .differs(
            "injected ExecutorService, begins after the response",
            WHEN_IT_BEGINS + ": its user, but no trace any more",
            row -> row.inEitherTrace("task", "greet", "find-phrase"))
        .differs(
            "injected ExecutorService, begins after its scope",
            WHEN_IT_BEGINS + ": the user of the request",
            row ->
                row.withoutSpan("task")
                    .withoutSpan("greet")
                    .withoutSpan("find-phrase")
                    .spans("task", "greet", "find-phrase")
                    .inTraceOfRequest())
        .differs("403 by @RolesAllowed", "it asks an anonymous caller to log in", LOGIN_REQUIRED)
        .differs("403 of the container", ON_EVENT_LOOP, LOGIN_REQUIRED)
        .differs("JAX-RS client without a server", NO_CONNECTION, Row::withoutClientSpan)
        .differs(
            "JAX-RS client without a server, in a servlet", NO_CONNECTION, Row::withoutClientSpan);
  }

  /** With {@code quarkus.http.auth.proactive=false}, what changes besides. */
  public static RuntimeFacts lazily(RuntimeFacts facts) {
    String unasked = "nothing asks who the caller is, so nobody is authenticated";
    return facts
        .differs("JAX-RS resource, open, with credentials", unasked, Row::withoutUsers)
        .differs("servlet, open, with credentials", unasked, Row::withoutUsers)
        .differs("401", ON_EVENT_LOOP, LOGIN_REQUIRED);
  }

  /** With a resolver, what changes besides. */
  public static RuntimeFacts resolving(RuntimeFacts facts) {
    return facts.differs(
        "403 of the container",
        "it never leaves the event loop, where no resolver is asked, since it may block",
        Row::withoutUsers);
  }
}
