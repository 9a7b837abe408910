package dev.usercontext.internal.trace;

import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.current.CurrentUser;
import dev.usercontext.internal.request.BorrowedUsers;
import dev.usercontext.internal.request.OpenTraces;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import dev.usercontext.internal.vocabulary.UserAttributes;
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

  /** By the context of this thread, then by what stands beside it. */
  public static @Nullable Carried elsewhere(Context parentContext, ReadWriteSpan span) {
    return span.getKind() == SpanKind.SERVER
        ? CurrentUser.besideContextAtStart(parentContext)
        : CurrentUser.carriedFor(parentContext);
  }

  /** Writes the user of the parent, if that is a span of this process that still records. */
  public static boolean inherit(
      Context parentContext, ReadWriteSpan span, AttributeRenderer renderer) {
    if (Span.fromContext(parentContext) instanceof ReadableSpan parent
        && !parent.hasEnded()
        && !BorrowedUsers.has(parent)) {
      String id = parent.getAttribute(renderer.idKey());
      if (id != null && writeUserOf(parent, id, span, renderer)) {
        OpenTraces.inherited(span.getSpanContext(), parent.getSpanContext());
        return true;
      }
    }
    return false;
  }

  /**
   * By what is known of its trace, where that is who the parent carries. To have all attributes of
   * the parent itself, the SDK copies and sorts them.
   */
  private static boolean writeUserOf(
      ReadableSpan parent, String id, ReadWriteSpan span, AttributeRenderer renderer) {
    Carried carried = OpenTraces.find(parent.getSpanContext());
    UserValue user = carried == null ? null : carried.user();
    UserAttributes known = user == null ? null : user.attributes(renderer);
    if (known != null && known.outgoing().id().equals(id)) {
      known.writeTo(span);
      return true;
    }
    return renderer.copy(parent.getAttributes(), span);
  }

  /** By the identity that the thread carries. */
  public static @Nullable UserValue ofThread(ReadWriteSpan span) {
    return span.getKind() == SpanKind.SERVER ? null : CurrentUser.threadUser();
  }
}
