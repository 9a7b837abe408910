package dev.usercontext.internal.attributed;

import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.diagnostics.ClassPresence;
import dev.usercontext.internal.request.BorrowedUsers;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;

/** The span that a call was made in: a consumer's, a scheduler's, that of an anonymous request. */
final class CallerSpan {

  private static final boolean READABLE =
      ClassPresence.isPresent("io.opentelemetry.sdk.trace.ReadableSpan");

  private CallerSpan() {}

  /**
   * Gives it the user of the call, unless it has one, of an earlier call for instance, or is being
   * given one by another call at the same time.
   */
  static void attribute(UserValue user, AttributeRenderer renderer) {
    Span span = Span.current();
    if (READABLE
        && span instanceof ReadableSpan readable
        && readable.getAttribute(renderer.idKey()) == null
        && BorrowedUsers.add(span)) {
      user.attributes(renderer).writeTo(span);
    }
  }
}
