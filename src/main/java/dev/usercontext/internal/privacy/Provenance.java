package dev.usercontext.internal.privacy;

import java.util.Locale;

/** Who said who the user is. */
public enum Provenance {
  /** The container has authenticated the caller. */
  CONTAINER,
  /** A claim of the token, which the container has verified. */
  TOKEN,
  /** A request header that configuration trusts. */
  HEADER,
  /** Code of the application: a scope or a resolver. */
  API,
  /** A parameter of an attributed method. */
  PARAMETER,
  /** Baggage of another service, where configuration trusts it. */
  BAGGAGE,
  /** The one user of the process. */
  PROCESS;

  /** What a span says. */
  public String attribute() {
    return name().toLowerCase(Locale.ROOT);
  }
}
