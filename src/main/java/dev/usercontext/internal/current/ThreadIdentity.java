package dev.usercontext.internal.current;

import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.diagnostics.ClassPresence;
import dev.usercontext.internal.diagnostics.ServerRuntime;
import dev.usercontext.internal.request.OverriddenIdentities;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * The identity that the server knows on this thread. Servers carry it to managed threads and into
 * EJB {@code @Asynchronous} methods, where nobody carries the OpenTelemetry Context.
 */
final class ThreadIdentity {

  private static final boolean JAKARTA_SECURITY =
      ClassPresence.isPresent("jakarta.security.enterprise.SecurityContext");

  /** Asked once: to look for what is missing costs an exception each time. */
  private static final ServerRuntime RUNTIME = ServerRuntime.detect();

  /** Set while the resolvers of the application are asked on this thread. */
  private static final ThreadLocal<@Nullable Boolean> ASKING = new ThreadLocal<>();

  private ThreadIdentity() {}

  static @Nullable UserValue find() {
    try {
      KnownContainer known = KnownContainer.current();
      if (!known.config().isEnabled()) {
        return null;
      }
      Principal caller = caller(known);
      // Asked here, WildFly says by an exception that its thread knows of no security.
      return caller == null || caller.getName() == null || OverriddenIdentities.contains(caller)
          ? null
          : resolve(caller);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      // No container on this thread, or one that is starting or stopping: nobody is logged in.
      return null;
    }
  }

  /** Nobody for spans that a resolver starts itself: to ask it for them too would never end. */
  private static @Nullable UserValue resolve(Principal caller) {
    if (ASKING.get() != null) {
      return null;
    }
    ASKING.set(true);
    try {
      return ResolverLookup.resolution().resolve(caller, null);
    } finally {
      ASKING.remove();
    }
  }

  private static @Nullable Principal caller(KnownContainer known)
      throws ReflectiveOperationException {
    return switch (RUNTIME) {
      // It carries the context.
      case QUARKUS -> null;
      case OPEN_LIBERTY -> LibertyThread.caller();
      // The latter is the bean of every Jakarta EE container (CDI 4.0, 22.8), whatever the way of
      // the login was.
      default ->
          JAKARTA_SECURITY && JakartaSecurity.isInUse(known)
              ? JakartaSecurity.caller(known)
              : known.reference(Principal.class);
    };
  }

  /** A class of its own, so that it is linked only after {@link #JAKARTA_SECURITY} was asked. */
  private static final class JakartaSecurity {
    static boolean isInUse(KnownContainer known) {
      return known.has(SecurityContext.class);
    }

    static @Nullable Principal caller(KnownContainer known) {
      SecurityContext security = known.reference(SecurityContext.class);
      return security == null ? null : security.getCallerPrincipal();
    }
  }
}
