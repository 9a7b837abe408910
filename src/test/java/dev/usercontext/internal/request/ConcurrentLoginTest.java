package dev.usercontext.internal.request;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;

import dev.usercontext.UserContext;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Something happens while a slow resolver works on another thread of the request. */
class ConcurrentLoginTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  private final CountDownLatch resolving = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final StubIdentity identity = StubIdentity.ofNobody();
  private final RequestUser request =
      new RequestUser(identity, new UserResolution(List.of(user -> waitForRelease())));

  @Test
  void aLoginIsNotLost() throws Exception {
    request.enter();
    Future<Span> elsewhere = startElsewhere();
    identity.login("carol");
    request.loginChanged();
    start("later").end();
    release.countDown();
    elsewhere.get().end();

    assertThatSpan(telemetry.await("elsewhere")).carriesUser("carol");
    assertThatSpan(telemetry.await("later")).carriesUser("carol");
  }

  @Test
  void aSpanGetsTheUserToo() throws Exception {
    identity.login("carol");
    request.enter();
    Future<Span> elsewhere = startElsewhere();
    Span meanwhile = start("meanwhile");
    release.countDown();
    elsewhere.get().end();
    meanwhile.end();

    assertThatSpan(telemetry.await("elsewhere")).carriesUser("carol");
    assertThatSpan(telemetry.await("meanwhile")).carriesUser("carol");
  }

  private Future<Span> startElsewhere() throws InterruptedException {
    Future<Span> span = other.pool().submit(() -> start("elsewhere"));
    resolving.await();
    return span;
  }

  private Span start(String name) {
    return telemetry.span(name).setParent(Context.root().with(Carried.KEY, request)).startSpan();
  }

  /** Only for the first who asks. */
  private Optional<UserContext> waitForRelease() {
    if (resolving.getCount() == 0) {
      return Optional.empty();
    }
    resolving.countDown();
    try {
      release.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return Optional.empty();
  }
}
