package dev.usercontext.docs.examples;

import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A record of OpenTelemetry's Logs API. */
@ApplicationScoped
class OrderLog {

  // docs: a record of the Logs API
  @Inject OpenTelemetry telemetry;

  void ordered(String article) {
    telemetry.getLogsBridge().get("shop").logRecordBuilder().setBody("ordered " + article).emit();
  }
  // docs: end
}
