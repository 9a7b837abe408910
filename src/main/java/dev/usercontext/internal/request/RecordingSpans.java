package dev.usercontext.internal.request;

import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.diagnostics.Counter;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spans of a request that have no user yet, in case one logs in while they record. */
final class RecordingSpans {

  // Spans that have ended are dropped on the way, so this bounds those that are open at once.
  private static final int MAX = 256;

  private final List<Span> spans = new ArrayList<>(2);
  private @Nullable AttributeRenderer renderer;

  synchronized void add(Span span, AttributeRenderer renderer) {
    this.renderer = renderer;
    forgetEnded();
    if (spans.size() < MAX) {
      spans.add(span);
    }
  }

  /** Not by removeIf, which allocates, and this is asked for every span of an anonymous request. */
  private void forgetEnded() {
    for (int i = spans.size() - 1; i >= 0; i--) {
      if (!spans.get(i).isRecording()) {
        spans.remove(i);
      }
    }
  }

  /** Writes the user to those that still record and forgets them all. */
  synchronized void attributeTo(UserValue user) {
    if (renderer == null) {
      return;
    }
    for (Span span : spans) {
      if (span.isRecording()) {
        user.attributes(renderer).writeTo(span);
        Counter.BACK_FILLED.increment();
      }
    }
    spans.clear();
  }
}
