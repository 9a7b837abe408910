package dev.usercontext.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.test.ReceivedSpan;
import dev.usercontext.test.SpanLog;
import java.time.Duration;
import java.util.UUID;

/** A request whose span, once it arrives, proves that whatever ended before it has arrived. */
public final class Sentinel {

  private Sentinel() {}

  /** A window on what arrives from now on, but for the spans of sentinels. */
  public static SpanLog.Window openWithout(SpanLog log) {
    return log.open(span -> !isOf(span));
  }

  /**
   * Sends one and waits for it.
   *
   * @param path where sentinels pass, below the root of the application
   */
  static void pass(SpanLog log, AppClient client, String path, Duration patience) {
    String id = UUID.randomUUID().toString();
    SpanLog.Window window = log.open(span -> span.name().equals("sentinel " + id));
    Answer passed = client.get(path + id, Caller.ANONYMOUS);
    assertThat(passed.status()).as("status of the sentinel").isEqualTo(200);
    assertThat(window.await(spans -> !spans.isEmpty(), patience)).as("sentinel came").isTrue();
  }

  private static boolean isOf(ReceivedSpan span) {
    return span.name().contains("sentinel")
        || span.attributes().getOrDefault("url.path", "").toString().contains("/sentinel/");
  }
}
