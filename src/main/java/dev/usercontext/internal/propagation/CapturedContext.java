package dev.usercontext.internal.propagation;

import dev.usercontext.internal.config.Propagation;
import dev.usercontext.internal.context.Attachment;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.UserScope;
import dev.usercontext.internal.current.CurrentUser;
import dev.usercontext.internal.log.Mdc;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * What a task takes along to a managed thread. It replaces whatever it finds there, left-overs
 * included, and brings back the very same when the task has ended, also where other libraries have
 * left their own context open over it.
 */
final class CapturedContext {

  /** The thread's own where null: then only the user goes along. */
  private final @Nullable Context base;

  private final @Nullable Carried carried;

  private CapturedContext(@Nullable Context base, @Nullable Carried carried) {
    this.base = base;
    this.carried = carried;
  }

  /** What is in effect here and now; null where nothing is to be taken along. */
  static @Nullable CapturedContext current(Propagation propagation) {
    return switch (propagation) {
      case CONTEXT -> new CapturedContext(Context.current(), CurrentUser.toHandOn());
      case USER -> new CapturedContext(null, CurrentUser.toHandOn());
      case NONE -> null;
    };
  }

  /**
   * For a task that must have nothing of whom its thread belonged to. Not an explicit nobody: Open
   * Liberty's default executors ask for this, and then bring the caller along by their own means.
   */
  static @Nullable CapturedContext cleared(Propagation propagation) {
    return switch (propagation) {
      case CONTEXT -> new CapturedContext(Context.root(), null);
      case USER -> new CapturedContext(null, null);
      case NONE -> null;
    };
  }

  /** Attaches it to this thread; what is returned ends that, on the same thread. */
  static Runnable attach(@Nullable CapturedContext captured) {
    if (captured == null) {
      return CapturedContext::nothingToEnd;
    }
    Context before = Context.current();
    UserScope aside = UserScope.setAside();
    Attachment.attach(captured.on(before));
    Mdc.Before mdc = Mdc.show(captured.carried);
    return () -> {
      Mdc.restore(mdc);
      Attachment.restore(before);
      UserScope.bringBack(aside);
    };
  }

  private static void nothingToEnd() {}

  private Context on(Context thread) {
    if (base == null && carried == null) {
      // There is no way to take a single value out of a context.
      return Context.root().with(Span.fromContext(thread));
    }
    Context context = base == null ? thread : base;
    return carried == null ? context : context.with(Carried.KEY, carried);
  }
}
