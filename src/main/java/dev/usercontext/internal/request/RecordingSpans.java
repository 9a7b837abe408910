package dev.usercontext.internal.request;

import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.diagnostics.Counter;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The spans of a request that have no user yet, in case one logs in while they record. Every
 * anonymous request has them, and most of those have one span: the one of the server. So they are a
 * part of the request, and not an object that it has; guarded by its lock.
 */
abstract class RecordingSpans extends ServingThreads {

  // Spans that have ended are dropped on the way, so this bounds those that are open at once.
  private static final int MAX = 256;

  private @Nullable Span first;
  private @Nullable List<Span> others;
  private @Nullable AttributeRenderer renderer;

  final synchronized void add(Span span, AttributeRenderer renderer) {
    this.renderer = renderer;
    if (first == null || first == span || !first.isRecording()) {
      first = span;
      return;
    }
    List<Span> spans = others;
    if (spans == null) {
      spans = new ArrayList<>(2);
      others = spans;
    }
    forgetEnded(spans);
    if (spans.size() < MAX - 1) {
      spans.add(span);
    }
  }

  /** Not by removeIf, which allocates, and this is asked for every span of an anonymous request. */
  private static void forgetEnded(List<Span> spans) {
    for (int i = spans.size() - 1; i >= 0; i--) {
      if (!spans.get(i).isRecording()) {
        spans.remove(i);
      }
    }
  }

  /** Writes the user to those that still record and forgets them all. */
  final synchronized void attributeAll(UserValue user) {
    if (renderer == null) {
      return;
    }
    if (first != null) {
      attribute(first, user, renderer);
    }
    if (others != null) {
      for (Span span : others) {
        attribute(span, user, renderer);
      }
    }
    forgetAll();
  }

  final synchronized void forgetAll() {
    first = null;
    others = null;
  }

  private static void attribute(Span span, UserValue user, AttributeRenderer renderer) {
    if (span.isRecording()) {
      user.attributes(renderer).writeTo(span);
      Counter.BACK_FILLED.increment();
    }
  }
}
