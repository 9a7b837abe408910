package dev.usercontext.it.contract;

import dev.usercontext.test.ReceivedSpan;
import java.util.function.UnaryOperator;

/**
 * A span that a row must make exactly once.
 *
 * @param label its name, or what kind of span it is where servers name it differently
 * @param user from the user of the request to the user of this span
 */
record ExpectedSpan(String label, UnaryOperator<ExpectedUser> user) {

  static final String SERVER = "(server span)";
  static final String CLIENT = "(client span)";

  ExpectedSpan ofNobody() {
    return new ExpectedSpan(label, ignored -> ExpectedUser.NOBODY);
  }

  boolean isServer() {
    return label.equals(SERVER);
  }

  boolean matches(ReceivedSpan span) {
    return switch (label) {
      case SERVER -> span.isServer();
      case CLIENT -> span.isClient();
      default -> span.name().equals(label);
    };
  }
}
