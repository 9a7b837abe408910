package dev.usercontext.it.app.logs;

import dev.usercontext.it.app.work.Spans;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Logs by both ways, and makes a span of the same name: all three have to be of the same user. */
@ApplicationScoped
public class AppLog {

  private static final Logger LOGGER = Logger.getLogger("it.log");

  @Inject OpenTelemetry telemetry;
  @Inject Spans spans;

  public void say(String text) {
    spans.leaf(text);
    LOGGER.info("by framework: " + text);
    telemetry
        .getLogsBridge()
        .get("it.log")
        .logRecordBuilder()
        .setBody("by OpenTelemetry: " + text)
        .emit();
  }
}
