package dev.usercontext.internal.trace;

import static dev.usercontext.testkit.Users.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The application's processors come after ours, wherever its customizer stands. */
class ProcessorOrderTest {

  private final Application application = new Application();

  @RegisterExtension final Telemetry telemetry = Telemetry.simple(application);

  @Test
  void aProcessorOfTheApplicationSeesTheUserAtTheStart() {
    ADA.run(() -> telemetry.record("span"));

    assertThat(application.seen).containsExactly("ada");
  }

  @Test
  void aProcessorOfTheApplicationHasTheLastWord() {
    application.overwrites = true;
    ADA.run(() -> telemetry.record("span"));

    assertThat(telemetry.await().getAttributes().get(AttributeKey.stringKey("user_id")))
        .isEqualTo("overwritten");
  }

  private static final class Application implements SpanProcessor {
    private final List<String> seen = new ArrayList<>();
    private boolean overwrites;

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {
      seen.add(span.getAttribute(AttributeKey.stringKey("user_id")));
      if (overwrites) {
        span.setAttribute("user_id", "overwritten");
      }
    }

    @Override
    public boolean isStartRequired() {
      return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
      // Only the start is of interest.
    }

    @Override
    public boolean isEndRequired() {
      return false;
    }
  }
}
