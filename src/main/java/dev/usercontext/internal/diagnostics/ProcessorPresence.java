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

  /** To be called where there is a span that the processor has not seen, though it should have. */
  public static void warnIfMissing() {
    if (!loaded) {
      String advice = ServerRuntime.detect().howToLoadProcessor();
      Log.warnOnce(Message.PROCESSOR_NOT_LOADED, "", null, advice);
    }
  }
}
