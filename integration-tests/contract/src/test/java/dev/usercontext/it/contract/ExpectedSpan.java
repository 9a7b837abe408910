package dev.usercontext.it.contract;

import dev.usercontext.test.ReceivedSpan;
import java.util.function.UnaryOperator;

/**
 * A span that a row must make exactly once.
 *
 * @param label its name, or what kind of span it is where servers name it differently
 * @param user from the user of the request to the user of this span
 * @param trace which trace it must be in
 * @param unsure whether it may as well have the user of the request, where chance says which thread
 *     it is made on
 */
record ExpectedSpan(String label, UnaryOperator<ExpectedUser> user, Trace trace, boolean unsure) {

  static final String SERVER = "(server span)";
  static final String CLIENT = "(client span)";

  /** The span that the thread of the request has made: its trace is the one of the request. */
  static final String ASKING = "asking";

  /** Which trace a span is in. */
  enum Trace {
    ANY,
    OF_REQUEST,
    OTHER,
    /** Chance says which: the same request may have it in either. */
    EITHER
  }

  ExpectedSpan(String label, UnaryOperator<ExpectedUser> user) {
    this(label, user, Trace.ANY, false);
  }

  ExpectedSpan ofNobody() {
    return of(ExpectedUser.NOBODY);
  }

  ExpectedSpan of(ExpectedUser other) {
    return new ExpectedSpan(label, ignored -> other, trace, unsure);
  }

  /** Of nobody, as a rule. */
  static ExpectedSpan unsure(String label) {
    return new ExpectedSpan(label, ignored -> ExpectedUser.NOBODY, Trace.ANY, true);
  }

  ExpectedSpan in(Trace other) {
    return new ExpectedSpan(label, user, other, unsure);
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

  boolean isIn(Trace which) {
    return trace == which;
  }

  boolean matches(ReceivedSpan span) {
    if (isServer()) {
      return span.isServer() && span.name().startsWith(label.substring(SERVER.length()));
    }
    return label.equals(CLIENT) ? span.isClient() : span.name().equals(label);
  }
}
