package dev.usercontext.internal.privacy;

import java.util.Locale;

/** Who said who the user is. docs/span-attributes.md says what is said here. */
public enum Provenance {
  /** The login of the server. */
  CONTAINER,
  /** A claim of a MicroProfile JWT, which the server has verified. */
  TOKEN,
  /** A header of {@code usercontext.trusted-headers}. */
  HEADER,
  /** Code: a scope, a resolver. */
  API,
  /** A parameter marked {@code @UserId}. */
  PARAMETER,
  /** Another service, where its baggage is trusted. */
  BAGGAGE,
  /** {@code UserContext.setProcessUser}. */
  PROCESS;

  /** What a span says. */
  public String attribute() {
    return name().toLowerCase(Locale.ROOT);
  }
}
