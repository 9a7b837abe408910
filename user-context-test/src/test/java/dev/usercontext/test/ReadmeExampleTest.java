package dev.usercontext.test;

import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** README's, against an application in this JVM. */
class ReadmeExampleTest {

  private final Application application = new Application();
  private final SpanLog log = application.log();

  @AfterEach
  void close() {
    application.close();
  }

  @Test
  void whoseSpansAreThey() {
    // docs: whose spans
    TracedRequest request = TracedRequest.create();
    get("/orders", "alice", request.traceparent()); // as the header TracedRequest.HEADER

    log.everySpanOf(request).belongsTo("alice");
    // docs: end
  }

  @Test
  void usersMeet() {
    Duration seconds = Duration.ofMillis(200);
    // docs: users meet
    InterleavedRequests.on(log)
        .as("alice", request -> get("/orders", "alice", request.traceparent()))
        .as("bob", request -> get("/orders", "bob", request.traceparent()))
        .asNobody(request -> get("/offers", null, request.traceparent()))
        .threads(16)
        .lasting(seconds)
        .run()
        .printTo(System.out)
        .requireEveryUser();
    // docs: end
  }

  private void get(String path, String user, String traceparent) {
    String[] parts = traceparent.split("-");
    Span served = application.receive(new TracedRequest(parts[1], parts[2]), user);
    application.child("find", served, user).end();
    served.end();
  }
}
