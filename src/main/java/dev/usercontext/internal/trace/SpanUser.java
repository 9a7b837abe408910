package dev.usercontext.internal.trace;

import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.current.CurrentUser;
import dev.usercontext.internal.request.BorrowedUsers;
import dev.usercontext.internal.request.OpenTraces;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import org.jspecify.annotations.Nullable;

/**
 * Who a span belongs to where its parent context does not say: it was started with an explicit
 * parent, or the runtime has lost the context. A server span begins a request that nobody is known
 * of yet; what its thread happens to carry is of an earlier one.
 */
final class SpanUser {

  private SpanUser() {}

  /**
   * By the context of this thread, then by the active CDI request scope, then by the WebSocket of a
   * callback, then by the request that this thread has answered.
   */
  public static @Nullable Carried elsewhere(ReadWriteSpan span) {
    return span.getKind() == SpanKind.SERVER ? CurrentUser.besideContext() : CurrentUser.carried();
  }

  /** Copies the user of the parent, if that is a span of this process that still records. */
  public static boolean inherit(
      Context parentContext, ReadWriteSpan span, AttributeRenderer renderer) {
    if (Span.fromContext(parentContext) instanceof ReadableSpan parent
        && !parent.hasEnded()
        && !BorrowedUsers.has(parent)
        // To get all of them, they are copied.
        && parent.getAttribute(renderer.idKey()) != null
        && renderer.copy(parent.getAttributes(), span)) {
      OpenTraces.inherited(span.getSpanContext(), parent.getSpanContext());
      return true;
    }
    return false;
  }

  /** By the identity that the thread carries. */
  public static @Nullable UserValue ofThread(ReadWriteSpan span) {
    return span.getKind() == SpanKind.SERVER ? null : CurrentUser.threadUser();
  }
}
