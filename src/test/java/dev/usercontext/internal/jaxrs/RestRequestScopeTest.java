package dev.usercontext.internal.jaxrs;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;

import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.current.CurrentUser;
import dev.usercontext.testkit.Deployment;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.control.RequestContextController;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The user of a request that no servlet filter saw lives in the request scope of CDI. */
class RestRequestScopeTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  @Test
  void spansOfTheRequestAreOfItsUser() {
    inRequest(FakeRestRequest.of("carol"), () -> telemetry.record("span"));

    assertThatSpan(telemetry.await()).carriesUser("carol");
  }

  @Test
  void spansOfAnAnonymousRequestHaveNoUser() {
    inRequest(FakeRestRequest.ofNobody(), () -> telemetry.record("span"));

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void aRequestObjectThatServesTheNextRequestIsNotAskedForTheFirst() {
    FakeRestRequest recycled = FakeRestRequest.ofNobody();
    AtomicReference<Carried> first = new AtomicReference<>();
    inRequest(
        recycled,
        () -> {
          telemetry.record("first");
          first.set(CurrentUser.carried());
        });
    recycled.serve("dave");
    try (Scope scope = Context.root().with(Carried.KEY, first.get()).makeCurrent()) {
      telemetry.record("late");
    }

    assertThatSpan(telemetry.await("late")).carriesNobody();
  }

  private static void inRequest(FakeRestRequest request, Runnable work) {
    Deployment.FULL.run(
        container -> {
          RequestContextController scope = container.select(RequestContextController.class).get();
          scope.activate();
          try {
            new RestRequestFilter().filter(request.request());
            work.run();
          } finally {
            scope.deactivate();
          }
        });
  }
}
