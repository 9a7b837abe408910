package dev.usercontext.internal.context;

import dev.usercontext.internal.current.CurrentUser;
import dev.usercontext.internal.log.Mdc;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One opened scope: what the context carries while it is open, and a record on the stack of its
 * thread.
 *
 * <p>The context alone cannot be trusted. Quarkus overwrites a context that was attached in the
 * first milliseconds of a blocking request, and OpenTelemetry ignores a close that is out of order.
 * So each thread also keeps its open scopes in a stack, against which {@link #effective} corrects
 * what a context shows.
 */
public final class UserScope implements Scope, Carried {

  private static final ThreadLocal<@Nullable UserScope> INNERMOST = new ThreadLocal<>();

  private final Carried carried;
  private final boolean lexical;
  private final Thread thread = Thread.currentThread();
  private final @Nullable UserScope outer;
  private final Context before;
  private final @Nullable Carried shownBefore;
  private final @Nullable Carried origin;
  private final Context attached;
  private final @Nullable Scope attachment;
  private final Mdc.@Nullable Before mdc;

  /** Read and written on the thread of this scope alone. */
  private boolean mdcIsBack;

  /**
   * The Vert.x context in which another had been attached over this one when it closed, if so; read
   * and written as above.
   */
  private @Nullable Object overwrittenIn;

  private volatile boolean closed;

  @SuppressWarnings("MustBeClosedChecker") // detach() closes it
  private UserScope(Context base, Carried carried, boolean lexical) {
    this.carried = carried;
    this.lexical = lexical;
    this.outer = unwind();
    this.before = Context.current();
    this.shownBefore = Carried.in(before);
    this.origin = originOf(shownBefore != null ? shownBefore : Carried.in(base));
    if (origin != null) {
      origin.overriddenBy(carried.user());
    }
    this.attached = base.with(KEY, this);
    this.attachment = attached.makeCurrent();
    this.mdc = Mdc.show(carried);
    INNERMOST.set(this);
  }

  /** A record alone, which attaches nothing. */
  private UserScope(Carried carried, @Nullable Carried shownBefore) {
    this.carried = carried;
    this.lexical = true;
    this.outer = unwind();
    this.before = Context.current();
    this.shownBefore = shownBefore;
    this.origin = originOf(shownBefore);
    this.attached = before;
    this.attachment = null;
    this.mdc = Mdc.show(carried);
    INNERMOST.set(this);
  }

  /** What stands below all scopes. */
  private static @Nullable Carried originOf(@Nullable Carried below) {
    Carried found = below == null ? CurrentUser.requestOfCaller() : below;
    return found instanceof UserScope scope ? scope.origin : found;
  }

  /** Tells what a context carries that another user, or nobody, is put into it. */
  static void override(@Nullable Carried below, @Nullable UserValue user) {
    Carried origin = originOf(below);
    if (origin != null) {
      origin.overriddenBy(user);
    }
  }

  /** Somebody has logged in or out on this thread, in the request that its scopes are open over. */
  public static void changedBelow(Carried request) {
    for (UserScope scope = INNERMOST.get(); scope != null; scope = scope.outer) {
      if (scope.origin == request && !scope.closed) {
        request.overriddenBy(scope.user());
      }
    }
  }

  /** What the scopes of this thread bring back as they end, where they are open over a request. */
  public static Mdc.@Nullable Before mdcBelow(Carried request) {
    Mdc.Before below = null;
    for (UserScope scope = INNERMOST.get(); scope != null; scope = scope.outer) {
      if (scope.shownBefore == request) {
        below = scope.mdc;
      }
    }
    return below;
  }

  /** Opens a scope that the caller closes whenever, if ever. */
  static UserScope open(Context base, Carried carried) {
    return new UserScope(base, carried, false);
  }

  /** Opens a scope that is certain to be closed by the same stack frame. */
  public static UserScope openLexical(Context base, Carried carried) {
    return new UserScope(base, carried, true);
  }

  /**
   * Stands behind a context that the runtime attaches for a stack frame: where that shows {@code
   * shown} or nothing, {@code carried} is in effect.
   */
  public static UserScope openBehind(@Nullable Carried shown, Carried carried) {
    return new UserScope(carried, shown);
  }

  /** What a context shows that nobody on this thread has opened around the work of now. */
  public static @Nullable Carried leftOver(Context context) {
    Carried shown = Carried.in(context);
    return shown instanceof UserScope scope && scope.isOpenHere() ? null : shown;
  }

  /** What stood before this scope, and before those around it that are not open here. */
  public Context outside() {
    Context context = before;
    while (Carried.in(context) instanceof UserScope scope && !scope.isOpenHere()) {
      context = scope.before;
    }
    return context;
  }

  /** Whether its work may go on after what runs on this thread now. */
  public boolean isOpenHere() {
    return !closed && thread == Thread.currentThread();
  }

  /** Corrects what a context shows by the scopes that are open on this thread. */
  public static @Nullable Carried effective(@Nullable Carried shown) {
    UserScope top = INNERMOST.get();
    Carried carried = top == null ? shown : ShownUser.correct(shown, top);
    return carried == shown && shown instanceof UserScope scope && scope.cameBack()
        ? effective(scope.shownBefore)
        : carried;
  }

  /**
   * Whether its context has been brought back by what had overwritten it. The event loop of a
   * request shares the current context with its worker, and leaves behind what it had found there.
   */
  private boolean cameBack() {
    return overwrittenIn != null
        && thread == Thread.currentThread()
        && overwrittenIn == CurrentUser.vertxContext();
  }

  /** Sets the scopes of this thread aside, where a request begins: they can only be left-overs. */
  public static @Nullable UserScope setAside() {
    UserScope top = INNERMOST.get();
    if (top != null) {
      INNERMOST.set(null);
    }
    return top;
  }

  /** Ends every scope that was opened since {@link #setAside} and brings back what it returned. */
  public static void bringBack(@Nullable UserScope aside) {
    if (INNERMOST.get() != aside) {
      INNERMOST.set(aside);
    }
  }

  /** Whether this span was current already when the scope was opened, so that it is not of it. */
  public static boolean isOutside(Span span, @Nullable Carried carried) {
    return carried instanceof UserScope scope && Span.fromContext(scope.attached) == span;
  }

  @Override
  public @Nullable UserValue user() {
    return carried.user();
  }

  @Override
  public @Nullable UserValue userFor(Span span, AttributeRenderer renderer) {
    return carried.userFor(span, renderer);
  }

  /** Safe to call twice, out of order, or on another thread, where the owner cleans up later. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (Thread.currentThread() == thread) {
      if (Context.current() != attached) {
        overwrittenIn = CurrentUser.vertxContext();
      }
      if (lexical) {
        endAll();
      }
      unwind();
    }
  }

  /**
   * Whatever was attached since, by whomever, and is still there when the stack frame of this scope
   * ends has been forgotten; it would stay on a pooled thread for the work of somebody else.
   */
  private void endAll() {
    INNERMOST.set(outer);
    Mdc.restore(mdc);
    if (attachment == null) {
      return;
    }
    if (Context.current() == attached) {
      attachment.close();
    }
    Attachment.restore(before);
  }

  /** Takes closed scopes off the stack, restoring the context; returns the innermost that stays. */
  private static @Nullable UserScope unwind() {
    UserScope innermost = INNERMOST.get();
    UserScope top = innermost;
    while (top != null && top.closed && top.detach()) {
      top = top.outer;
    }
    if (top != innermost) {
      INNERMOST.set(top);
    }
    return top;
  }

  /** Restores what stood before; false while a scope of another library is still open over it. */
  private boolean detach() {
    Context now = Context.current();
    if (attachment == null) {
      return true;
    }
    if (now == attached) {
      attachment.close();
      Attachment.restore(before);
      giveMdcBack();
      return true;
    }
    // What another library has attached over it shows nobody there, and may never tell that it
    // ends.
    giveMdcBack();
    Carried shown = Carried.in(now);
    return shown == null || shown == shownBefore;
  }

  private void giveMdcBack() {
    if (!mdcIsBack) {
      mdcIsBack = true;
      Mdc.restore(mdc);
    }
  }

  /** What a scope puts into effect, which outlives it; anything else itself. */
  public static Carried contentOf(Carried carried) {
    Carried content = carried;
    while (content instanceof UserScope scope) {
      content = scope.carried;
    }
    return content;
  }

  /** False for a record alone: the context of its work may be attached after it. */
  boolean isOfOtherTrace(Context context) {
    SpanContext own = Span.fromContext(attached).getSpanContext();
    SpanContext other = Span.fromContext(context).getSpanContext();
    return attachment != null
        && own.isValid()
        && other.isValid()
        && !own.getTraceId().equals(other.getTraceId());
  }

  @Nullable UserScope outer() {
    return outer;
  }

  @Nullable Carried shownBefore() {
    return shownBefore;
  }

  boolean isClosed() {
    return closed;
  }

  boolean isLexical() {
    return lexical;
  }
}
