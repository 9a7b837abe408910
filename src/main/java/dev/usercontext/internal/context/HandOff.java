package dev.usercontext.internal.context;

import dev.usercontext.UserContext.CallableOp;
import io.opentelemetry.context.Context;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;

/** A user and the trace of the moment, on their way to another thread. */
public record HandOff(Context context, Carried carried) {

  public static HandOff of(Carried carried) {
    return new HandOff(Context.current(), carried);
  }

  public Runnable wrap(Runnable task) {
    return () -> run(task);
  }

  <T> Callable<T> wrap(Callable<T> task) {
    return () -> call(task::call);
  }

  void run(Runnable task) {
    try (UserScope scope = UserScope.openLexical(context, carried)) {
      task.run();
    }
  }

  <T, X extends Throwable> T call(CallableOp<T, X> task) throws X {
    try (UserScope scope = UserScope.openLexical(context, carried)) {
      return task.call();
    }
  }

  /** Every method of the interface, by a proxy. */
  public <T> T wrapCallback(Class<T> type, T callback) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new Callback(this, callback)));
  }
}
