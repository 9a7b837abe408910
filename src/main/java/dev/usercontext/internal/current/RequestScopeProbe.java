package dev.usercontext.internal.current;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.inject.spi.BeanContainer;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a request scope is active without the exception that answers "no" otherwise, which
 * costs as much as thirty spans. CDI 4.1 has a method for it; on 4.0, Weld has one of its own.
 */
final class RequestScopeProbe {

  private static final @Nullable MethodHandle GET_CONTEXTS = getContexts();

  private RequestScopeProbe() {}

  static boolean mayBeActive(BeanContainer container) {
    if (GET_CONTEXTS == null) {
      return WeldScopes.mayBeActive(container);
    }
    for (Object context : contexts(GET_CONTEXTS, container)) {
      if (((Context) context).isActive()) {
        return true;
      }
    }
    return false;
  }

  private static Collection<?> contexts(MethodHandle getContexts, BeanContainer container) {
    try {
      return (Collection<?>) getContexts.invokeExact(container, (Class<?>) RequestScoped.class);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable MethodHandle getContexts() {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(
              BeanContainer.class,
              "getContexts",
              MethodType.methodType(Collection.class, Class.class))
          .asType(MethodType.methodType(Collection.class, BeanContainer.class, Class.class));
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
