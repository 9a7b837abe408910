package dev.usercontext.internal.config;

import java.util.Locale;
import java.util.Optional;

/** A kind of log that can say who the user is. */
public enum LogOutput {
  /** The log records that OpenTelemetry exports. */
  OTEL,
  /** The MDC of the log framework, and what comes near to it where it has none. */
  MDC;

  static Optional<LogOutput> named(String configName) {
    for (LogOutput candidate : values()) {
      if (candidate.name().toLowerCase(Locale.ROOT).equals(configName)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
