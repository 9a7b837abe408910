package dev.usercontext.internal.context;

import dev.usercontext.UserContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The scope methods, the same for the value and for the injected bean. */
public abstract class ScopedUser implements UserContext {

  /** Whom a scope opened now puts into effect; never a view that could change its mind. */
  protected abstract Carried carried();

  @Override
  public Scope makeCurrent() {
    return UserScope.open(Context.current(), carried());
  }

  @Override
  public void run(Runnable task) {
    try (UserScope scope = UserScope.openLexical(Context.current(), carried())) {
      task.run();
    }
  }

  @Override
  public <T, X extends Throwable> T call(CallableOp<T, X> task) throws X {
    try (UserScope scope = UserScope.openLexical(Context.current(), carried())) {
      return task.call();
    }
  }

  @Override
  public Runnable wrap(Runnable task) {
    return handOff().wrap(task);
  }

  @Override
  public <T> Callable<T> wrap(Callable<T> task) {
    return handOff().wrap(task);
  }

  @Override
  public <T> Supplier<T> wrapSupplier(Supplier<T> supplier) {
    HandOff handOff = handOff();
    return () -> handOff.call(supplier::get);
  }

  @Override
  public <T, R> Function<T, R> wrapFunction(Function<T, R> function) {
    HandOff handOff = handOff();
    return argument -> handOff.call(() -> function.apply(argument));
  }

  @Override
  public <T> Consumer<T> wrapConsumer(Consumer<T> consumer) {
    HandOff handOff = handOff();
    return argument -> handOff.run(() -> consumer.accept(argument));
  }

  @Override
  public <T> T wrapCallback(Class<T> type, T callback) {
    return handOff().wrapCallback(type, callback);
  }

  @Override
  public Executor wrap(Executor executor) {
    Carried carried = carried();
    return task -> executor.execute(HandOff.of(carried).wrap(task));
  }

  @Override
  public ExecutorService wrap(ExecutorService executor) {
    return new UserExecutorService(executor, carried());
  }

  @Override
  public ScheduledExecutorService wrap(ScheduledExecutorService executor) {
    return new UserScheduledExecutorService(executor, carried());
  }

  private HandOff handOff() {
    return HandOff.of(carried());
  }
}
