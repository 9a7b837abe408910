package dev.usercontext.internal.request;

import dev.usercontext.internal.context.Carried;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Whose the traces are that are open in this process, for messages that stay in it: their spans
 * know of the sender by nothing but the ids that the message carries. A trace is open while one of
 * its local roots is, the spans here whose parent is elsewhere or nowhere. Thread-safe.
 */
public final class OpenTraces {

  /** Beyond this, further traces are not remembered and their messages have nobody. */
  static final int MAX = 10_000;

  private static final Map<String, OpenTrace> BY_ID = new ConcurrentHashMap<>();

  /** Roots that are never ended, which some servers leave behind. */
  private static final ReferenceQueue<Span> ABANDONED = new ReferenceQueue<>();

  private OpenTraces() {}

  /** Remembers, until it ends, a local root and whose it is. */
  public static void begin(Span root, Carried carried) {
    forgetAbandoned();
    SpanContext context = root.getSpanContext();
    if (BY_ID.size() < MAX && root.isRecording()) {
      Root added = new Root(root, context.getTraceId());
      BY_ID.compute(
          context.getTraceId(),
          (id, open) -> {
            OpenTrace trace = open == null ? new OpenTrace() : open;
            trace.begin(context.getSpanId(), added, carried);
            return trace;
          });
    }
  }

  public static void end(SpanContext root) {
    end(root.getTraceId(), root.getSpanId());
  }

  /** A span of a scope: what it sends is of the user of the scope. */
  public static void scoped(SpanContext span, Carried carried) {
    OpenTrace trace = BY_ID.get(span.getTraceId());
    if (trace != null) {
      trace.scoped(span.getSpanId(), carried);
    }
  }

  /** A span that has its user from its parent: if that is of a scope, so is this one. */
  public static void inherited(SpanContext span, SpanContext parent) {
    OpenTrace trace = BY_ID.get(parent.getTraceId());
    Carried carried = trace == null ? null : trace.ofScope(parent.getSpanId());
    if (trace != null && carried != null) {
      trace.scoped(span.getSpanId(), carried);
    }
  }

  /** Whose what is that a message of this span brings about; null where that is not certain. */
  public static @Nullable Carried find(SpanContext sender) {
    OpenTrace trace = BY_ID.get(sender.getTraceId());
    return trace == null ? null : trace.find(sender.getSpanId());
  }

  static int size() {
    return BY_ID.size();
  }

  private static void end(String traceId, String spanId) {
    if (!BY_ID.containsKey(traceId)) {
      // Asked of every local root, and most are not remembered; what follows allocates.
      return;
    }
    BY_ID.computeIfPresent(traceId, (id, trace) -> trace.end(spanId) ? null : trace);
  }

  private static void forgetAbandoned() {
    for (Reference<?> gone = ABANDONED.poll(); gone != null; gone = ABANDONED.poll()) {
      if (gone instanceof Root root) {
        end(root.traceId, root.spanId);
      }
    }
  }

  /** A local root, which does not outlive its span. */
  static final class Root extends WeakReference<Span> {
    private final String traceId;
    private final String spanId;

    Root(Span span, String traceId) {
      super(span, ABANDONED);
      this.traceId = traceId;
      this.spanId = span.getSpanContext().getSpanId();
    }
  }
}
