package dev.usercontext.dashboard.intake;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where OTLP comes in.
 *
 * @param host address to listen on
 * @param grpcPort 0 for a free one
 * @param httpPort 0 for a free one
 * @param maxRequestBytes of one request, unpacked
 * @param token that senders have to send; null for none
 * @param certificate in PEM, with {@code key}; null for no TLS
 */
public record IntakeSettings(
    String host,
    int grpcPort,
    int httpPort,
    int maxRequestBytes,
    @Nullable String token,
    @Nullable Path certificate,
    @Nullable Path key) {

  static final int MAX_REQUEST_BYTES = 16 << 20;

  /** Refuses what would let everybody in. */
  public IntakeSettings {
    if (token == null && !isLoopback(host)) {
      throw new IllegalStateException(
          "UCD013: dashboard.otlp.host is "
              + host
              + ", where others can reach it. Set dashboard.otlp.token, or listen on 127.0.0.1.");
    }
  }

  /** On loopback, without a token. */
  public static IntakeSettings local(int grpcPort, int httpPort) {
    return new IntakeSettings("127.0.0.1", grpcPort, httpPort, MAX_REQUEST_BYTES, null, null, null);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(
          "UCD014: dashboard.otlp.host is " + host + ", which is no address of this machine.", e);
    }
  }
}
