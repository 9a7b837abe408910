package dev.usercontext.internal.current;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.BeanContainer;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Weld's own question for an active scope, {@code WeldManager.isContextActive}, found by its name
 * since this library knows no container. Asked for every span of work that nobody started.
 */
final class WeldScopes {

  private static final MethodType QUESTION =
      MethodType.methodType(boolean.class, BeanContainer.class, Class.class);

  /** Of the class of container that was asked last; an application has one. */
  private static volatile @Nullable WeldScopes known;

  private final Class<?> type;
  private final @Nullable MethodHandle isContextActive;

  private WeldScopes(Class<?> type) {
    this.type = type;
    this.isContextActive = find(type);
  }

  /** True also where that container cannot tell. */
  static boolean mayBeActive(BeanContainer container) {
    WeldScopes scopes = known;
    if (scopes == null || scopes.type != container.getClass()) {
      scopes = new WeldScopes(container.getClass());
      known = scopes;
    }
    return scopes.isContextActive == null || ask(scopes.isContextActive, container);
  }

  private static boolean ask(MethodHandle isContextActive, BeanContainer container) {
    try {
      return (boolean) isContextActive.invokeExact(container, (Class<?>) RequestScoped.class);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable MethodHandle find(Class<?> type) {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(type, "isContextActive", MethodType.methodType(boolean.class, Class.class))
          .asType(QUESTION);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }
}
