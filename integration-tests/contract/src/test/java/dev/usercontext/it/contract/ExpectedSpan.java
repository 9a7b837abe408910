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

  /**
   * @param beginning of its name
   */
  static ExpectedSpan server(String beginning, UnaryOperator<ExpectedUser> user) {
    return new ExpectedSpan(SERVER + beginning, user);
  }

  boolean isServer() {
    return label.startsWith(SERVER);
  }

  boolean matches(ReceivedSpan span) {
    if (isServer()) {
      return span.isServer() && span.name().startsWith(label.substring(SERVER.length()));
    }
    return label.equals(CLIENT) ? span.isClient() : span.name().equals(label);
  }
}
