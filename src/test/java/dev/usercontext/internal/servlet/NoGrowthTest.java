package dev.usercontext.internal.servlet;

import static dev.usercontext.testkit.Users.ADA;

import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.testkit.FakeRequest;
import dev.usercontext.testkit.Garbage;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** However many requests and users there were, nothing of them stays. */
class NoGrowthTest {

  private static final int REQUESTS = 500;

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  private final FakeServer server = new FakeServer();

  @Test
  void requestsOfManyUsersAreCollected() {
    List<WeakReference<RequestUser>> requests = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      requests.add(handle(FakeRequest.of("user-" + i)));
    }

    Garbage.isCollectedUntil(() -> requests.stream().allMatch(request -> request.get() == null));
  }

  @Test
  void anonymousRequestsAreCollected() {
    List<WeakReference<RequestUser>> requests = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      requests.add(handle(FakeRequest.ofNobody()));
    }

    Garbage.isCollectedUntil(() -> requests.stream().allMatch(request -> request.get() == null));
  }

  /** With a server span, spans below it, and a scope of somebody else. */
  private WeakReference<RequestUser> handle(FakeRequest request) {
    Span span = telemetry.span("server").setSpanKind(SpanKind.SERVER).startSpan();
    try (Scope scope = span.makeCurrent()) {
      server.handle(
          request,
          () -> {
            telemetry.record("of the request");
            ADA.run(() -> telemetry.record("of a scope"));
          });
    } finally {
      span.end();
    }
    return new WeakReference<>(ServletIdentity.userOf(request.request()));
  }
}
