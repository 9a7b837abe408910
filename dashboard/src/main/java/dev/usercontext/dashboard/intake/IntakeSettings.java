package dev.usercontext.dashboard.intake;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where OTLP comes in.
 *
 * @param host address to listen on
 * @param grpcPort 0 for a free one
 * @param httpPort 0 for a free one
 * @param maxRequestBytes of one request, unpacked
 * @param maxWaitingBytes that may wait for the disk; as many more of HTTP may be read meanwhile
 * @param stall after which a body of which nothing more comes is given up
 * @param token that senders have to send; null for none
 * @param certificate in PEM, with {@code key}; null for no TLS
 */
public record IntakeSettings(
    String host,
    int grpcPort,
    int httpPort,
    int maxRequestBytes,
    long maxWaitingBytes,
    Duration stall,
    @Nullable String token,
    @Nullable Path certificate,
    @Nullable Path key) {

  static final int MAX_REQUEST_BYTES = 16 << 20;

  /** As objects they take some times as much. A request with its unpacked bytes has to fit. */
  private static final long MAX_WAITING_BYTES =
      Math.max(2L * MAX_REQUEST_BYTES, Runtime.getRuntime().maxMemory() / 8);

  private static final Duration STALL = Duration.ofSeconds(30);

  /** Refuses what would let everybody in. */
  public IntakeSettings {
    if (token == null && !isLoopback(host)) {
      throw new IllegalStateException(
          "UCD013: dashboard.otlp.host is "
              + host
              + ", where others can reach it. Set dashboard.otlp.token, or listen on 127.0.0.1.");
    }
    // One alone would be served as plain text.
    if ((certificate == null) != (key == null)) {
      throw new IllegalStateException(
          "UCD018: dashboard.otlp.tls.certificate and dashboard.otlp.tls.key go together, and one of"
              + " them is not set.");
    }
    checkReadable("certificate", certificate);
    checkReadable("key", key);
  }

  /** With the limits that hold outside of tests, but for the size of a request. */
  public IntakeSettings(
      String host,
      int grpcPort,
      int httpPort,
      int maxRequestBytes,
      @Nullable String token,
      @Nullable Path certificate,
      @Nullable Path key) {
    this(
        host,
        grpcPort,
        httpPort,
        maxRequestBytes,
        MAX_WAITING_BYTES,
        STALL,
        token,
        certificate,
        key);
  }

  private static void checkReadable(String what, @Nullable Path file) {
    if (file != null && !Files.isReadable(file)) {
      throw new IllegalStateException(
          "UCD018: dashboard.otlp.tls." + what + " is " + file + ", which can't be read.");
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
