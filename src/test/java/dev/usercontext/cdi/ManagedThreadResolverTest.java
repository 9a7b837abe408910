package dev.usercontext.cdi;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.spi.Identity;
import dev.usercontext.spi.UserContextResolver;
import dev.usercontext.testkit.CdiTest;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A resolver that makes spans of its own, on a thread that has only the caller. */
@CdiTest
@AddBeanClasses({ManagedThreadTest.Server.class, ManagedThreadResolverTest.Directory.class})
class ManagedThreadResolverTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Inject Directory directory;

  @Test
  void isNotAskedAboutItsOwnSpans() {
    directory.telemetry = telemetry;
    other.run(() -> telemetry.record("task"));

    assertThat(directory.calls).hasValue(1);
    assertThat(telemetry.await(3).subList(0, 2))
        .allSatisfy(span -> assertThatSpan(span).carriesNobody());
    assertThatSpan(telemetry.await("task")).carriesUser("C-carol");
  }

  @Singleton
  static class Directory implements UserContextResolver {
    private static final int ENOUGH = 10;

    Telemetry telemetry;
    final AtomicInteger calls = new AtomicInteger();

    @Override
    public Optional<UserContext> resolve(Identity identity) {
      if (calls.incrementAndGet() <= ENOUGH) {
        telemetry.record("connect");
        telemetry.record("query");
      }
      return Optional.of(
          UserContext.builder("C-" + identity.principal().orElseThrow().getName()).build());
    }
  }
}
