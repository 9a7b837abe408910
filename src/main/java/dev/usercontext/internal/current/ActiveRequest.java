package dev.usercontext.internal.current;

import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.diagnostics.ServerRuntime;
import dev.usercontext.internal.request.RequestUser;
import org.jspecify.annotations.Nullable;

/** The user that belongs to the active CDI request scope, for where the context has lost it. */
public final class ActiveRequest {

  /** A request goes on where its filter has left it, on Quarkus: its scope is not of a thread. */
  private static final boolean SCOPE_OF_THREAD = ServerRuntime.detect() != ServerRuntime.QUARKUS;

  private ActiveRequest() {}

  /** Lets the scope know, if one is active, whose request it is. */
  public static void put(RequestUser user) {
    try {
      RequestUserBean bean = KnownContainer.current().requestUser();
      if (bean != null) {
        bean.set(user);
      }
    } catch (RuntimeException | LinkageError e) {
      // No container or no active scope: then the context has to do.
    }
  }

  static @Nullable RequestUser find() {
    try {
      KnownContainer known = KnownContainer.current();
      RequestUser user = RequestScopeProbe.mayBeActive(known.container()) ? find(known) : null;
      return user == null || isLeftOver(user) ? null : user;
    } catch (RuntimeException | LinkageError e) {
      // No container here, one that is starting or stopping, or no active scope.
      return null;
    }
  }

  /**
   * Open Liberty leaves the scope active on its thread where handling an error fails, as when a
   * caller hangs up in the middle of an answer. The next managed task there is of somebody else.
   */
  private static boolean isLeftOver(RequestUser user) {
    return SCOPE_OF_THREAD && user.hasLeftThisThread();
  }

  /**
   * Of several web applications of an EAR that have a copy of this library each, Open Liberty loads
   * the processor of one. In the others it finds no bean of its own, but the request.
   */
  private static @Nullable RequestUser find(KnownContainer known) {
    RequestUserBean bean = known.requestUser();
    return bean == null ? ServletRequestLookup.find(UserContextConfig::load) : bean.user();
  }
}
