package dev.usercontext.internal.propagation;

import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.UserScope;
import dev.usercontext.internal.current.CurrentUser;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The user in effect where the context shows another or none, because Quarkus has overwritten what
 * was attached. It goes along beside that context: to attach anything here would be to overwrite in
 * the same way.
 */
final class LostUser {

  private final @Nullable Carried shown;
  private final Carried carried;

  private LostUser(@Nullable Carried shown, Carried carried) {
    this.shown = shown;
    this.carried = carried;
  }

  /** Null where nothing is lost. */
  static @Nullable LostUser find() {
    Context context = Context.current();
    Carried shown = Carried.in(context);
    Carried carried = UserScope.effective(shown);
    if (carried == null && shown == null) {
      carried = CurrentUser.besideContext(context);
    }
    return carried == null || carried == shown
        ? null
        : new LostUser(shown, UserScope.contentOf(carried));
  }

  /** For as long as a task runs on this thread; what is returned ends that. */
  Runnable stepIn() {
    return UserScope.openBehind(shown, carried)::close;
  }
}
