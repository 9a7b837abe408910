package dev.usercontext.internal.diagnostics;

/** The one API without which nothing of this library can be linked. */
public final class OpenTelemetryApi {

  private static final String CLASS = "io.opentelemetry.context.ImplicitContextKeyed";

  private OpenTelemetryApi() {}

  public static boolean isPresent() {
    return ClassPresence.isPresent(CLASS);
  }

  /** What to tell the deployer where it is missing. */
  public static String missing() {
    return Message.NO_OPENTELEMETRY.text(CLASS, ServerRuntime.detect().howToEnableOpenTelemetry());
  }
}
