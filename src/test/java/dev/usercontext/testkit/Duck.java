package dev.usercontext.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Makes an object that has the methods of a large interface that matter into one of it. */
public final class Duck implements InvocationHandler {

  private final Object target;

  private Duck(Object target) {
    this.target = target;
  }

  public static <T> T as(Class<T> type, Object target) {
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Duck(target)));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    Method own;
    try {
      own = target.getClass().getMethod(method.getName(), method.getParameterTypes());
    } catch (NoSuchMethodException e) {
      throw new UnsupportedOperationException("the stub has no " + method, e);
    }
    own.setAccessible(true);
    try {
      return own.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
