package dev.usercontext.attributed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserAttr;
import dev.usercontext.UserAttributed;
import dev.usercontext.UserEmail;
import dev.usercontext.UserId;
import dev.usercontext.testkit.CdiTest;
import dev.usercontext.testkit.MeetingSpan;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.SpanAssert;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two calls at once, in a span that has nobody. */
@CdiTest
class CallsAtOnceTest {

  private static final Map<String, Object> CAROL =
      Map.of("user_id", "carol", "user.id", "carol", "user_attrs.plan", "pro");
  private static final Map<String, Object> DAVE =
      Map.of(
          "user_id", "dave", "user.id", "dave", "user_email", "d@d.org", "user.email", "d@d.org");

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Inject Consumer consumer;

  @Test
  void giveItOnePersonAlone() {
    Span caller = telemetry.span("caller").startSpan();
    try (Scope scope = Context.current().with(MeetingSpan.of(caller)).makeCurrent()) {
      Runnable carols = Context.current().wrap(() -> consumer.onPlan("carol", "pro"));
      Future<?> called = other.pool().submit(carols);
      consumer.onMail("dave", "d@d.org");
      assertThat(called).succeedsWithin(Duration.ofSeconds(10));
    }
    caller.end();

    assertThat(SpanAssert.ofUser(telemetry.await("caller").getAttributes())).isIn(CAROL, DAVE);
  }

  @Dependent
  static class Consumer {
    @UserAttributed
    void onPlan(@UserId String customer, @UserAttr("plan") String plan) {}

    @UserAttributed
    void onMail(@UserId String customer, @UserEmail String email) {}
  }
}
