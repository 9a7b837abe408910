package dev.usercontext.internal.current;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.inject.spi.BeanContainer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a request scope is active without the exception that answers "no" otherwise, which
 * costs as much as thirty spans. CDI 4.1 has a method for it; on 4.0, Weld has one of its own.
 */
final class RequestScopeProbe {

  private static final @Nullable Method GET_CONTEXTS = getContexts();

  private RequestScopeProbe() {}

  static boolean mayBeActive(BeanContainer container) {
    if (GET_CONTEXTS == null) {
      return WeldScopes.mayBeActive(container);
    }
    try {
      Collection<?> contexts = (Collection<?>) GET_CONTEXTS.invoke(container, RequestScoped.class);
      return contexts.stream().anyMatch(context -> ((Context) context).isActive());
    } catch (IllegalAccessException | InvocationTargetException e) {
      return true;
    }
  }

  private static @Nullable Method getContexts() {
    try {
      return BeanContainer.class.getMethod("getContexts", Class.class);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
