package dev.usercontext.internal.propagation;

import dev.usercontext.internal.context.Attachment;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.UserScope;
import dev.usercontext.internal.current.CurrentUser;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The user in effect where the context of Quarkus is not enough: it shows another or none, because
 * Quarkus has overwritten what was attached; or it shows a scope, which it leaves behind where a
 * step of a {@code Uni} has ended and no span records. The user goes along beside that context: to
 * attach anything here would be to overwrite in the same way.
 */
final class LostUser {

  private final Context context;
  private final @Nullable Carried shown;
  private final Carried carried;

  private LostUser(Context context, @Nullable Carried shown, Carried carried) {
    this.context = context;
    this.shown = shown;
    this.carried = carried;
  }

  /** Null where nothing is lost, nor will be. */
  static @Nullable LostUser find() {
    Context context = Context.current();
    Carried shown = Carried.in(context);
    Carried carried = UserScope.effective(shown);
    if (carried == null && shown == null) {
      carried = CurrentUser.besideContext(context);
    }
    boolean isRight = carried == shown && !(shown instanceof UserScope);
    return carried == null || isRight
        ? null
        : new LostUser(context, shown, UserScope.contentOf(carried));
  }

  /** For as long as a task runs on this thread; what is returned ends that. */
  Runnable stepIn() {
    Context now = Context.current();
    // No context was captured for Quarkus to attach: what is there is of whoever works here.
    boolean isAlone = context == Context.root();
    UserScope record = UserScope.openBehind(isAlone ? UserScope.leftOver(now) : shown, carried);
    if (!(shown instanceof UserScope scope)) {
      return record::close;
    }
    Context outside = now == context ? outsideOf(scope) : now;
    return () -> {
      record.close();
      if (Carried.in(Context.current()) == scope && !Span.fromContext(outside).isRecording()) {
        Attachment.restore(outside);
      }
    };
  }

  /**
   * What to go on with where Quarkus had attached the context of a scope before us, so that what
   * stood before that is not known. It attaches what records by itself, so it is no such one; and
   * which of us is first is a matter of hash codes.
   */
  private Context outsideOf(UserScope scope) {
    if (scope.isOpenHere()) {
      return context;
    }
    Context outside = scope.outside();
    return Span.fromContext(outside).isRecording() ? Context.root() : outside;
  }
}
