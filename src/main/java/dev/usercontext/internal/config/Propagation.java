package dev.usercontext.internal.config;

import java.util.Locale;
import java.util.Optional;

/** What managed threads are given of the thread that hands them work. */
public enum Propagation {
  /** The user and the trace: the whole OpenTelemetry Context. */
  CONTEXT,
  /** The user only; the trace is left to the runtime. */
  USER,
  /** Nothing. */
  NONE;

  static Optional<Propagation> named(String configName) {
    for (Propagation candidate : values()) {
      if (candidate.name().toLowerCase(Locale.ROOT).equals(configName)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
