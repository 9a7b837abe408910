package dev.usercontext.internal.request;

import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.request.EndedTraces.EndedTrace;
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
    if (!root.isRecording()) {
      return;
    }
    String id = root.getSpanContext().getTraceId();
    if (BY_ID.size() >= MAX) {
      beginUnknown(id);
      return;
    }
    Root added = new Root(root, root.getSpanContext());
    OpenTrace trace = traceOf(id);
    while (!trace.begin(added, carried)) {
      // Its last root has just ended.
      BY_ID.remove(id, trace);
      trace = traceOf(id);
    }
  }

  /** A local root of which nothing is remembered: what it sends may be of anybody. */
  public static void beginUnknown(String id) {
    EndedTraces.add(id, null);
    OpenTrace open = BY_ID.get(id);
    if (open != null) {
      open.hasUnknownRoot();
    }
  }

  /** Not by the methods of the map that take a function: they allocate a lock for each call. */
  private static OpenTrace traceOf(String id) {
    OpenTrace open = BY_ID.get(id);
    if (open != null) {
      return open;
    }
    OpenTrace made = new OpenTrace(id);
    OpenTrace other = BY_ID.putIfAbsent(id, made);
    return other == null ? made : other;
  }

  public static void end(SpanContext root) {
    end(root.getTraceId(), root.getSpanId());
  }

  /** A span whose user need not be that of its trace, or that sends: it is known by its own id. */
  public static void remember(SpanContext span, Carried carried, boolean sends) {
    OpenTrace trace = BY_ID.get(span.getTraceId());
    if (trace != null) {
      trace.remember(span.getSpanId(), carried, sends);
    }
  }

  /** A span that has its user from its parent: if that is of a scope, so is this one. */
  public static void inherited(SpanContext span, SpanContext parent) {
    OpenTrace trace = BY_ID.get(parent.getTraceId());
    Carried carried = trace == null ? null : trace.remembered(parent.getSpanId());
    if (trace != null && carried != null) {
      trace.remember(span.getSpanId(), carried, false);
    }
  }

  /** Whose what is that a message of this span brings about; null where that is not certain. */
  public static @Nullable Carried find(SpanContext sender) {
    OpenTrace trace = BY_ID.get(sender.getTraceId());
    return trace == null ? null : trace.find(sender.getSpanId());
  }

  /**
   * Whether a span is known to be of somebody else than {@code user}, or of nobody. That is not so
   * where nothing is known of its trace.
   */
  public static boolean isOfAnother(SpanContext span, RequestUser user) {
    OpenTrace open = BY_ID.get(span.getTraceId());
    if (open != null) {
      return open.find(span.getSpanId()) != user;
    }
    EndedTrace ended = EndedTraces.find(span.getTraceId());
    UserValue known = user.known();
    return ended != null && (known == null || !known.userId().equals(ended.userId()));
  }

  static int size() {
    return BY_ID.size();
  }

  private static void end(String traceId, String spanId) {
    OpenTrace trace = BY_ID.get(traceId);
    if (trace == null) {
      // It never began: nobody was known for it.
      EndedTraces.add(traceId, null);
    } else if (trace.end(spanId)) {
      BY_ID.remove(traceId, trace);
    }
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
    final String traceId;
    final String spanId;

    /** In the list of its trace, and guarded by that. */
    @Nullable Root following;

    Root(Span span, SpanContext context) {
      super(span, ABANDONED);
      this.traceId = context.getTraceId();
      this.spanId = context.getSpanId();
    }
  }
}
