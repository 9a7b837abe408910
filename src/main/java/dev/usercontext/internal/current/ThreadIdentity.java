package dev.usercontext.internal.current;

import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.diagnostics.ClassPresence;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.SecurityContext;
import org.jspecify.annotations.Nullable;

/**
 * The identity that Jakarta Security knows on this thread. Servers carry it to managed threads and
 * into EJB {@code @Asynchronous} methods, where nobody carries the OpenTelemetry Context.
 */
final class ThreadIdentity {

  private static final boolean JAKARTA_SECURITY =
      ClassPresence.isPresent("jakarta.security.enterprise.SecurityContext");

  private ThreadIdentity() {}

  static @Nullable UserValue find() {
    try {
      return JAKARTA_SECURITY ? JakartaSecurity.find() : null;
    } catch (RuntimeException | LinkageError e) {
      // No container on this thread, or one that is starting or stopping: nobody is logged in.
      return null;
    }
  }

  /** A class of its own, so that it is linked only after {@link #JAKARTA_SECURITY} was asked. */
  private static final class JakartaSecurity {
    static @Nullable UserValue find() {
      Instance<SecurityContext> contexts = CDI.current().select(SecurityContext.class);
      return contexts.isResolvable()
          ? ResolverLookup.resolution().resolve(contexts.get().getCallerPrincipal(), null)
          : null;
    }
  }
}
