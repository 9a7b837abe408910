package dev.usercontext.internal.current;

import dev.usercontext.UserContext;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.ProcessUser;
import dev.usercontext.internal.context.RequestPlace;
import dev.usercontext.internal.context.UserScope;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.diagnostics.ClassPresence;
import dev.usercontext.internal.diagnostics.ServerRuntime;
import dev.usercontext.internal.quarkus.VertxRequest;
import dev.usercontext.internal.quarkus.WebSocketUser;
import dev.usercontext.internal.request.RequestUser;
import io.opentelemetry.context.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is in effect on this thread. Nothing in here depends on an active request scope. */
public final class CurrentUser {

  /** A class that Quarkus WebSockets Next cannot be without. */
  public static final String WEB_SOCKETS = "io.quarkus.websockets.next.HttpUpgradeCheck";

  private static final boolean QUARKUS = ServerRuntime.detect() == ServerRuntime.QUARKUS;
  private static final boolean HAS_WEB_SOCKETS = QUARKUS && ClassPresence.isPresent(WEB_SOCKETS);
  private static final boolean CDI = ClassPresence.isPresent("jakarta.enterprise.inject.spi.CDI");

  private CurrentUser() {}

  /** The user in effect, the process user included. Never throws. */
  public static Optional<UserContext> get() {
    return Optional.ofNullable(of(carried()));
  }

  /** The same where {@link #carried()} has been asked for already. */
  public static @Nullable UserContext of(@Nullable Carried carried) {
    UserValue user = carried == null ? threadUser() : carried.user();
    return user != null ? user : ProcessUser.get();
  }

  /** What is in effect here and now; null where nothing is known, not even that it is nobody. */
  public static @Nullable Carried carried() {
    return carriedFor(Context.current());
  }

  /** The same for what starts in {@code parent}, which does not say. */
  public static @Nullable Carried carriedFor(Context parent) {
    Carried carried = inContext(Context.current());
    return carried != null ? carried : besideContext(parent);
  }

  /**
   * The same for another thread: what a scope puts into effect rather than the scope, which is of
   * this one; and of a request its user, which resolvers may be able to say only here. On Quarkus
   * this may be an event loop, which must not wait for them. Null only where the context shows
   * nothing either: elsewhere, a scope that it still shows would not be known to be closed.
   */
  public static @Nullable Carried toHandOn() {
    Carried carried = carried();
    if (carried == null) {
      return Carried.in(Context.current()) == null ? null : Carried.NOBODY;
    }
    Carried content = UserScope.contentOf(carried);
    if (!QUARKUS && content instanceof RequestUser request) {
      request.askBeforeHandOn();
    }
    return content;
  }

  /** What {@code context} carries, corrected by the scopes of this thread. */
  public static @Nullable Carried inContext(Context context) {
    return UserScope.effective(Carried.in(context));
  }

  /**
   * What is in effect where {@code context} does not say: the request of the Vert.x context, which
   * asks no container and is there still when Quarkus has closed the request; then that of the
   * active CDI request scope; then the WebSocket of a callback.
   */
  public static @Nullable Carried besideContext(Context context) {
    Carried carried = ofVertxRequest(context);
    if (carried == null) {
      carried = inRequestScope();
    }
    return carried != null ? carried : ofWebSocket(context);
  }

  /**
   * The same at the start of a request, which is not of the one that its thread may still work for:
   * the request of the active CDI request scope, else the WebSocket of a callback. Of a request
   * whose place is still empty nothing can be known yet; a scope would be a left-over.
   */
  public static @Nullable Carried besideContextAtStart(Context parent) {
    Carried carried = RequestPlace.isEmptyIn(parent) ? null : inRequestScope();
    return carried != null ? carried : ofWebSocket(parent);
  }

  /**
   * The request of the active CDI request scope, corrected by the scopes of this thread. Whoever
   * tells that scope of a request on Quarkus tells its Vert.x context too, which is cheaper to ask.
   */
  private static @Nullable Carried inRequestScope() {
    boolean isTold = CDI && !(QUARKUS && VertxRequest.mayBeHere());
    return isTold ? UserScope.effective(ActiveRequest.find()) : null;
  }

  /**
   * The request whose caller Open Liberty brings along from here, where no context carries it: in
   * an EAR, no filter runs. Null elsewhere, and where nobody is logged in, without asking a
   * container.
   */
  public static @Nullable Carried requestOfCaller() {
    return LibertyThread.hasCaller() ? inRequestScope() : null;
  }

  /** The user of the WebSocket whose callback this is, on Quarkus. */
  private static @Nullable Carried ofWebSocket(Context context) {
    return HAS_WEB_SOCKETS ? UserScope.effective(WebSocketUser.find(context)) : null;
  }

  /** A trace has begun on this thread, with a user. */
  public static void traceBegan(String id) {
    if (HAS_WEB_SOCKETS) {
      WebSocketUser.traceBegan(id);
    }
  }

  private static @Nullable Carried ofVertxRequest(Context context) {
    return QUARKUS ? UserScope.effective(VertxRequest.find(context)) : null;
  }

  /** What keeps the current context for all threads of a request, on Quarkus; null elsewhere. */
  public static @Nullable Object vertxContext() {
    return QUARKUS ? VertxRequest.context() : null;
  }

  /** The identity that a managed thread carries. */
  public static @Nullable UserValue threadUser() {
    return CDI ? ThreadIdentity.find() : null;
  }
}
