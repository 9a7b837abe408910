package dev.usercontext.internal.diagnostics;

/**
 * Whether an OpenTelemetry SDK of this application has taken the span processor. Only a flag, and
 * apart from the processor: where that is not loaded, the classes it is made of may be missing.
 */
public final class ProcessorPresence {

  private static volatile boolean loaded;

  private ProcessorPresence() {}

  public static void report() {
    loaded = true;
  }

  public static boolean isLoaded() {
    return loaded;
  }
}
