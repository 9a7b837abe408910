package dev.usercontext.internal.trace;

import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.UserScope;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.current.CurrentUser;
import dev.usercontext.internal.request.OpenTraces;
import dev.usercontext.internal.request.RequestUser;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import org.jspecify.annotations.Nullable;

/** Keeps {@link OpenTraces}: a local root has its parent in another process, or has none. */
final class LocalRoots {

  private LocalRoots() {}

  static void started(ReadWriteSpan span, Carried carried) {
    boolean sends = span.getKind() == SpanKind.PRODUCER;
    if (isLocalRoot(span)) {
      OpenTraces.begin(span, UserScope.contentOf(carried));
      CurrentUser.traceBegan(span.getSpanContext().getTraceId());
    } else if (sends || !(carried instanceof RequestUser)) {
      OpenTraces.remember(span.getSpanContext(), UserScope.contentOf(carried), sends);
    }
  }

  /** What a message brings about may send more of them. */
  static void received(ReadWriteSpan span, Carried sender) {
    OpenTraces.remember(span.getSpanContext(), sender, false);
    OpenTraces.begin(span, sender);
  }

  /**
   * Of a span that nobody is known for, which of a request is too early to say. So what sends may
   * be of a request of nobody in the trace of somebody.
   *
   * @param ofThread whom the thread knows, which no message tells
   */
  static void startedAlone(ReadWriteSpan span, @Nullable UserValue ofThread) {
    if (isLocalRoot(span)) {
      if (span.getKind() != SpanKind.SERVER) {
        OpenTraces.beginUnknown(span.getSpanContext().getTraceId());
      }
    } else if (span.getKind() == SpanKind.PRODUCER && ofThread == null) {
      OpenTraces.remember(span.getSpanContext(), Carried.NOBODY, true);
    }
  }

  static void ended(ReadableSpan span) {
    if (isLocalRoot(span)) {
      OpenTraces.end(span.getSpanContext());
    }
  }

  /**
   * Whose message this span is about. Never for a SERVER span: anybody may send us a request with
   * the trace of somebody else.
   */
  static @Nullable Carried senderOf(ReadWriteSpan span) {
    SpanContext parent = span.getParentSpanContext();
    boolean mayBeMessage =
        span.getKind() == SpanKind.CONSUMER || span.getKind() == SpanKind.INTERNAL;
    return mayBeMessage && parent.isRemote() ? OpenTraces.find(parent) : null;
  }

  private static boolean isLocalRoot(ReadableSpan span) {
    SpanContext parent = span.getParentSpanContext();
    return !parent.isValid() || parent.isRemote();
  }
}
