package dev.usercontext.internal.context;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** What stands behind the proxy of a callback: its methods are called for the user. */
record Callback(HandOff handOff, Object target) implements InvocationHandler {

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    return method.getDeclaringClass() == Object.class
        ? asObject(method, arguments)
        : handOff.call(() -> call(method, arguments));
  }

  /**
   * The proxy as a library finds it again among its listeners. The callback itself knows nothing of
   * proxies, so that one would not even equal itself.
   */
  private Object asObject(Method method, @Nullable Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && isSame(arguments[0]);
      case "hashCode" -> target.hashCode();
      default -> target.toString();
    };
  }

  private boolean isSame(@Nullable Object other) {
    return other != null
        && Proxy.isProxyClass(other.getClass())
        && Proxy.getInvocationHandler(other) instanceof Callback that
        && target.equals(that.target)
        && handOff.carried().equals(that.handOff.carried());
  }

  @SuppressWarnings("NullAway") // a method that returns nothing returns null
  private Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
