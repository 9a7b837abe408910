package dev.usercontext.internal.log;

import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.UserScope;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.diagnostics.Counter;
import dev.usercontext.internal.diagnostics.Log;
import dev.usercontext.internal.diagnostics.Message;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import io.opentelemetry.context.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows the user in those MDCs that ask nobody: from where a request, a scope or a task begins on a
 * thread to where it ends there. What stood before is back afterwards, so nothing stays on a pooled
 * thread. Nothing in here throws.
 */
public final class Mdc {

  /** Null as long as no application wants an MDC that it has. */
  private static volatile @Nullable Mdc current;

  private final List<MdcTarget> targets;
  private final AttributeRenderer renderer;

  private Mdc(List<MdcTarget> targets, AttributeRenderer renderer) {
    this.targets = List.copyOf(targets);
    this.renderer = renderer;
  }

  static void use(List<MdcTarget> targets, AttributeRenderer renderer) {
    current = targets.isEmpty() ? null : new Mdc(targets, renderer);
  }

  static void useNone() {
    current = null;
  }

  /** What stood in the MDCs of a thread. */
  public static final class Before {
    private final Mdc mdc;
    private final @Nullable Object[] values;

    private Before(Mdc mdc) {
      this.mdc = mdc;
      MdcKey[] keys = MdcKey.values();
      this.values = new @Nullable Object[mdc.targets.size() * keys.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = mdc.targets.get(i / keys.length).get(keys[i % keys.length].key());
      }
    }

    /** From now on, to restore is to show this user. */
    private void become(@Nullable UserValue user) {
      Before now = new Before(mdc);
      mdc.put(user);
      System.arraycopy(new Before(mdc).values, 0, values, 0, values.length);
      now.restore();
    }

    /** Backwards: one target may be a face of another. */
    private void restore() {
      MdcKey[] keys = MdcKey.values();
      for (int i = values.length - 1; i >= 0; i--) {
        MdcTarget target = mdc.targets.get(i / keys.length);
        String key = keys[i % keys.length].key();
        Object value = values[i];
        if (value == null) {
          target.remove(key);
        } else {
          target.restore(key, value);
        }
      }
    }
  }

  /**
   * Shows on this thread who this is, or nobody.
   *
   * @return what {@link #restore} takes on the same thread; null where no MDC is used
   */
  public static @Nullable Before show(@Nullable Carried carried) {
    Mdc mdc = current;
    if (mdc == null) {
      return null;
    }
    Before before = null;
    try {
      // First: to ask who it is may already show it.
      before = new Before(mdc);
      mdc.put(carried == null ? null : carried.user());
    } catch (RuntimeException | LinkageError e) {
      failed(e);
    }
    return before;
  }

  public static void restore(@Nullable Before before) {
    if (before == null) {
      return;
    }
    try {
      before.restore();
    } catch (RuntimeException | LinkageError e) {
      failed(e);
    }
  }

  /** Somebody has logged in or out, in mid-request and on its thread. */
  public static void changed(Carried request, @Nullable UserValue user) {
    Mdc mdc = current;
    if (mdc == null) {
      return;
    }
    try {
      if (UserScope.effective(Carried.in(Context.current())) == request) {
        mdc.put(user);
        return;
      }
      // A scope names somebody else: it shows once that has ended.
      Before below = UserScope.mdcBelow(request);
      if (below != null) {
        below.become(user);
      }
    } catch (RuntimeException | LinkageError e) {
      failed(e);
    }
  }

  private void put(@Nullable UserValue user) {
    for (MdcKey key : MdcKey.values()) {
      String value = user == null ? null : key.valueFor(user, renderer);
      for (MdcTarget target : targets) {
        if (value == null) {
          target.remove(key.key());
        } else {
          target.put(key.key(), value);
        }
      }
    }
  }

  private static void failed(Throwable e) {
    Counter.FAILED.increment();
    Log.warnOnce(Message.LOG_ATTRIBUTION_FAILED, e.getClass().getName(), e);
  }
}
