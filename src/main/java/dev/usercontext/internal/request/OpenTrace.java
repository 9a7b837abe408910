package dev.usercontext.internal.request;

import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.request.OpenTraces.Root;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The open local roots of one trace, and which of its spans are not of their user. Nearly every
 * trace has one root and no such span, so for these it holds nothing but fields.
 */
final class OpenTrace {

  /** Beyond this, only the spans that are remembered are certain. */
  static final int MAX_SCOPED = 64;

  private @Nullable Root roots;
  private @Nullable Map<String, Carried> scoped;
  private volatile @Nullable Carried carried;
  private volatile boolean certain = true;
  private volatile boolean full;
  private boolean over;

  /** False where this trace is over, and the root begins another one of the same id. */
  synchronized boolean begin(Root root, Carried ofRoot) {
    if (over) {
      return false;
    }
    remove(root.spanId);
    root.following = roots;
    roots = root;
    if (carried == null) {
      carried = ofRoot;
    } else if (carried != ofRoot && ofScope(root.spanId) != ofRoot) {
      // Two requests of the same trace are open: a message may be of either.
      certain = false;
    }
    return true;
  }

  /** Whether that was the last root. */
  synchronized boolean end(String spanId) {
    boolean isLast = remove(spanId) && roots == null;
    over |= isLast;
    return isLast;
  }

  void scoped(String spanId, Carried ofScope) {
    // What is found for every other span of the trace; unless that stops being certain. Asked for
    // every span of a scope, so first without the lock.
    if (!full && (ofScope != carried || !certain)) {
      remember(spanId, ofScope);
    }
  }

  synchronized @Nullable Carried ofScope(String spanId) {
    return scoped == null ? null : scoped.get(spanId);
  }

  synchronized @Nullable Carried find(String spanId) {
    Carried ofScope = ofScope(spanId);
    return ofScope == null && certain ? carried : ofScope;
  }

  private synchronized void remember(String spanId, Carried ofScope) {
    Map<String, Carried> known = scoped;
    if (known == null) {
      known = new HashMap<>(4);
      scoped = known;
    }
    if (known.size() < MAX_SCOPED) {
      known.put(spanId, ofScope);
    } else {
      certain = false;
      full = true;
    }
  }

  private boolean remove(String spanId) {
    Root before = null;
    for (Root root = roots; root != null; root = root.following) {
      if (root.spanId.equals(spanId)) {
        if (before == null) {
          roots = root.following;
        } else {
          before.following = root.following;
        }
        return true;
      }
      before = root;
    }
    return false;
  }
}
