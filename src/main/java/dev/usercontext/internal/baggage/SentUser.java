package dev.usercontext.internal.baggage;

import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.ProcessUser;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.current.CurrentUser;
import dev.usercontext.internal.request.BorrowedUsers;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import org.jspecify.annotations.Nullable;

/** Who a call is made for: whom its span names, else whom a span that starts now would. */
final class SentUser {

  private SentUser() {}

  static @Nullable String idIn(Context context, AttributeRenderer renderer) {
    ReadableSpan span = openSpan(context);
    if (span != null && isOfCall(span)) {
      // It was attributed on the thread that calls; this one may be another.
      return span.getAttribute(renderer.idKey());
    }
    Carried carried = CurrentUser.inContext(context);
    if (carried == null) {
      carried = CurrentUser.besideContext(context);
    }
    if (carried != null) {
      return idOf(carried.user(), renderer);
    }
    // One with the user of a call inside of it says nothing of what else happens there.
    String inherited =
        span == null || BorrowedUsers.has(span) ? null : span.getAttribute(renderer.idKey());
    return inherited == null ? idOf(CurrentUser.threadUser(), renderer) : inherited;
  }

  private static @Nullable String idOf(@Nullable UserValue found, AttributeRenderer renderer) {
    UserValue user = found == null ? ProcessUser.get() : found;
    return user == null ? null : user.attributes(renderer).outgoing().id();
  }

  private static @Nullable ReadableSpan openSpan(Context context) {
    return Span.fromContext(context) instanceof ReadableSpan span && !span.hasEnded() ? span : null;
  }

  private static boolean isOfCall(ReadableSpan span) {
    return span.getKind() == SpanKind.CLIENT || span.getKind() == SpanKind.PRODUCER;
  }
}
