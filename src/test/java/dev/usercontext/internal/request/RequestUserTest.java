package dev.usercontext.internal.request;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.propagation.JakartaThreadContextProvider;
import dev.usercontext.spi.Identity;
import dev.usercontext.spi.UserContextResolver;
import dev.usercontext.testkit.LoggedMessages;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The user of one request, in the context of its spans. */
class RequestUserTest {

  @RegisterExtension final LoggedMessages log = new LoggedMessages();
  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  private final AtomicInteger resolutions = new AtomicInteger();

  @Test
  void attributesEverySpanAndResolvesOnce() {
    RequestUser request = request(StubIdentity.of("carol"), this::count);
    in(request, () -> telemetry.record("first"));
    in(request, () -> telemetry.record("second"));

    assertThat(telemetry.await(2)).allSatisfy(s -> assertThatSpan(s).carriesUser("carol"));
    assertThat(resolutions).hasValue(1);
  }

  @Test
  void resolvesNothingForARequestWithoutSpans() {
    StubIdentity identity = StubIdentity.of("carol");
    RequestUser request = request(identity, this::count);
    request.enter();
    request.leave();
    request.end();

    assertThat(resolutions).hasValue(0);
  }

  @Test
  void resolvesNobodyOnceToo() {
    RequestUser request = request(StubIdentity.ofNobody(), this::count);
    request.enter();
    in(request, () -> telemetry.record("first"));
    in(request, () -> telemetry.record("second"));

    assertThat(telemetry.await(2)).allSatisfy(span -> assertThatSpan(span).carriesNobody());
    assertThat(resolutions).hasValue(1);
  }

  @Test
  void hidesEveryOuterUserWhereThereIsNobody() {
    RequestUser request = request(StubIdentity.of("anonymous"));
    ADA.run(() -> in(request, () -> telemetry.record("span")));

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void attributesWhatOutlivesTheRequest() {
    RequestUser request = request(StubIdentity.of("carol"));
    in(request, () -> assertThat(UserContext.current()).isPresent());
    request.end();
    other.run(() -> in(request, () -> telemetry.record("late")));

    assertThatSpan(telemetry.await()).carriesUser("carol");
  }

  @Test
  void doesNotAskTheContainerOnOtherThreads() {
    StubIdentity identity = StubIdentity.ofNobody();
    RequestUser request = request(identity);
    int asked = identity.questions();
    other.run(() -> in(request, () -> telemetry.record("span")));

    assertThatSpan(telemetry.await()).carriesNobody();
    assertThat(identity.questions()).isEqualTo(asked);
  }

  @Test
  void showsTheRequestToResolversOnItsOwnThreadOnly() {
    UserContextResolver fromRequest = id -> id.unwrap(StubIdentity.class).map(request -> ADA);
    RequestUser here = request(StubIdentity.ofNobody(), fromRequest);
    in(here, () -> telemetry.record("here"));
    RequestUser there = request(StubIdentity.ofNobody(), fromRequest);
    other.run(() -> in(there, () -> telemetry.record("there")));

    assertThatSpan(telemetry.await("here")).carries(ADA);
    assertThatSpan(telemetry.await("there")).carriesNobody();
  }

  @Test
  void asksResolversThatDidNotSeeTheRequestOnceMoreWhereTheyCan() {
    RequestUser request = request(StubIdentity.of("carol"), this::whoSeesTheRequest);
    request.willBeTold();
    other.run(() -> in(request, () -> telemetry.record("there")));
    in(request, () -> telemetry.record("here"));
    in(request, () -> telemetry.record("here again"));

    assertThatSpan(telemetry.await("here")).carries(ADA);
    assertThatSpan(telemetry.await("here again")).carries(ADA);
    assertThat(resolutions).hasValue(2);
  }

  @Test
  void asksResolversBeforeItsWorkIsHandedOn() {
    RequestUser request = request(StubIdentity.of("carol"), this::whoSeesTheRequest);
    in(request, () -> new JakartaThreadContextProvider().currentContext(Map.of()));
    other.run(() -> in(request, () -> telemetry.record("there")));

    assertThatSpan(telemetry.await("there")).carries(ADA);
    assertThat(resolutions).hasValue(1);
  }

  private Optional<UserContext> whoSeesTheRequest(Identity identity) {
    resolutions.incrementAndGet();
    return identity.unwrap(StubIdentity.class).map(request -> ADA);
  }

  @Test
  void doesNotAskTheContainerBetweenDispatchesOrAfterTheEnd() {
    StubIdentity identity = StubIdentity.ofNobody();
    RequestUser request = request(identity);
    request.leave();
    int asked = identity.questions();
    in(request, () -> telemetry.record("between"));
    request.end();
    in(request, () -> telemetry.record("after"));

    assertThat(identity.questions()).isEqualTo(asked);
  }

  @Test
  void aContainerThatThrowsCostsTheUserAndIsLoggedOnce() {
    StubIdentity identity = StubIdentity.of("carol");
    identity.failWith(new IllegalStateException("no session"));
    RequestUser request = request(identity);
    in(request, () -> telemetry.record("span"));

    assertThatSpan(telemetry.await()).carriesNobody();
    assertThat(log.warnings()).singleElement().asString().startsWith("UC0402 ");
  }

  @Test
  void spansOfAResolverHaveNoUser() {
    RequestUser request =
        request(
            StubIdentity.of("carol"),
            identity -> {
              telemetry.record("lookup");
              return Optional.of(ADA);
            });
    in(request, () -> telemetry.record("span"));

    assertThatSpan(telemetry.await("lookup")).carriesNobody();
    assertThatSpan(telemetry.await("span")).carries(ADA);
  }

  private Optional<UserContext> count(Identity identity) {
    resolutions.incrementAndGet();
    return Optional.empty();
  }

  private static RequestUser request(StubIdentity identity, UserContextResolver... resolvers) {
    RequestUser request = new RequestUser(identity, new UserResolution(List.of(resolvers)));
    request.enter();
    return request;
  }

  private static void in(RequestUser request, Runnable work) {
    try (Scope scope = Context.current().with(Carried.KEY, request).makeCurrent()) {
      work.run();
    }
  }
}
