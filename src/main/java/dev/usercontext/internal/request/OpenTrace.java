package dev.usercontext.internal.request;

import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.request.EndedTraces.EndedTrace;
import dev.usercontext.internal.request.OpenTraces.Root;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The open local roots of one trace, and those of its spans that are known by their own ids, since
 * the trace does not say for certain whose they are. Nearly every trace has one root and no such
 * span, so for these it holds nothing but fields.
 */
final class OpenTrace {

  /** Beyond this, only the spans that are remembered are certain. */
  static final int MAX_REMEMBERED = 64;

  private final String id;
  private final @Nullable EndedTrace before;
  private @Nullable Root roots;
  private @Nullable Map<String, Carried> remembered;
  private boolean hasScopes;
  private volatile @Nullable Carried carried;
  private volatile boolean certain = true;
  private volatile boolean full;
  private boolean over;

  OpenTrace(String id) {
    this.id = id;
    this.before = EndedTraces.find(id);
  }

  /** False where this trace is over, and the root begins another one of the same id. */
  synchronized boolean begin(Root root, Carried ofRoot) {
    if (over) {
      return false;
    }
    // By whoever authenticates, and then by a filter with a holder of its own.
    boolean isOnlyRoot = remove(root.spanId) && roots == null;
    root.following = roots;
    roots = root;
    if (carried == null || isOnlyRoot) {
      carried = ofRoot;
    } else if (carried != ofRoot && remembered(root.spanId) != ofRoot) {
      // Two requests of the same trace are open: a message may be of either.
      certain = false;
    }
    return true;
  }

  /** Whether that was the last root. */
  synchronized boolean end(String spanId) {
    boolean isKnown = remove(spanId);
    boolean isLast = isKnown && roots == null;
    if (!isKnown) {
      hasUnknownRoot();
    }
    if (isLast) {
      // Before anybody can see that it is over, and open it again.
      EndedTraces.add(id, onlyUserId());
      over = true;
    }
    return isLast;
  }

  private @Nullable String onlyUserId() {
    UserValue user = carried instanceof RequestUser request ? request.known() : userOf(carried);
    return user != null && certain && !hasScopes && isOfBefore(user) ? user.userId() : null;
  }

  /** What a root sends of which nothing is remembered may be of anybody. */
  void hasUnknownRoot() {
    certain = false;
  }

  /** A span of a scope, or one that sends a message. */
  void remember(String spanId, Carried ofSpan, boolean sends) {
    // What is found for every other span of the trace; unless that is not certain. It may stop
    // being so before a message is received. Asked for every span of a scope, so first without the
    // lock.
    boolean isOther = ofSpan != carried;
    if (!full && (isOther || sends || !certain || before != null)) {
      rememberOwn(spanId, ofSpan, isOther);
    }
  }

  synchronized @Nullable Carried remembered(String spanId) {
    return remembered == null ? null : remembered.get(spanId);
  }

  @Nullable Carried find(String spanId) {
    Carried ofSpan = remembered(spanId);
    if (ofSpan != null) {
      return ofSpan;
    }
    Carried ofTrace = certain ? carried : null;
    if (before == null) {
      return ofTrace;
    }
    // Not under the lock: a resolver of the application may be asked.
    UserValue user = userOf(ofTrace);
    return user != null && isOfBefore(user) ? ofTrace : null;
  }

  private static @Nullable UserValue userOf(@Nullable Carried carried) {
    return carried == null ? null : carried.user();
  }

  /** Whether the trace was of this user, too, when it was open before. */
  private boolean isOfBefore(UserValue user) {
    return before == null || user.userId().equals(before.userId());
  }

  private synchronized void rememberOwn(String spanId, Carried ofSpan, boolean isOther) {
    Map<String, Carried> known = remembered;
    if (known == null) {
      known = new HashMap<>(4);
      remembered = known;
    }
    hasScopes |= isOther;
    boolean isNeeded = isOther || !certain;
    // What may be needed leaves room for what is.
    if (known.size() < (isNeeded ? MAX_REMEMBERED : MAX_REMEMBERED / 2)) {
      known.put(spanId, ofSpan);
    } else if (isNeeded) {
      certain = false;
      full = true;
    }
  }

  private boolean remove(String spanId) {
    Root previous = null;
    for (Root root = roots; root != null; root = root.following) {
      if (root.spanId.equals(spanId)) {
        if (previous == null) {
          roots = root.following;
        } else {
          previous.following = root.following;
        }
        return true;
      }
      previous = root;
    }
    return false;
  }
}
