package dev.usercontext.internal.request;

import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.request.OpenTraces.Root;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open local roots of one trace, and which of its spans are not of their user. */
final class OpenTrace {

  /** Beyond this, only the spans that are remembered are certain. */
  static final int MAX_SCOPED = 64;

  private final Map<String, Root> roots = new HashMap<>(2);
  private final Map<String, Carried> scoped = new HashMap<>(2);
  private @Nullable Carried carried;
  private boolean certain = true;

  synchronized void begin(String spanId, Root root, Carried ofRoot) {
    roots.put(spanId, root);
    if (carried == null) {
      carried = ofRoot;
    } else if (carried != ofRoot && scoped.get(spanId) != ofRoot) {
      // Two requests of the same trace are open: a message may be of either.
      certain = false;
    }
  }

  /** Whether that was the last root. */
  synchronized boolean end(String spanId) {
    return roots.remove(spanId) != null && roots.isEmpty();
  }

  synchronized void scoped(String spanId, Carried ofScope) {
    if (ofScope == carried && certain) {
      // What is found for every other span of the trace; unless that stops being certain.
      return;
    }
    if (scoped.size() < MAX_SCOPED) {
      scoped.put(spanId, ofScope);
    } else {
      certain = false;
    }
  }

  synchronized @Nullable Carried ofScope(String spanId) {
    return scoped.get(spanId);
  }

  synchronized @Nullable Carried find(String spanId) {
    Carried ofScope = scoped.get(spanId);
    return ofScope == null && certain ? carried : ofScope;
  }
}
