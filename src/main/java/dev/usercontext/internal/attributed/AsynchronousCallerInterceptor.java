package dev.usercontext.internal.attributed;

import dev.usercontext.internal.config.ApplicationConfig;
import dev.usercontext.internal.config.Propagation;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.current.CurrentUser;
import io.opentelemetry.context.Context;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * On the thread of the caller: keeps what is in effect for {@link AsynchronousCallInterceptor},
 * after {@link UserAttributedInterceptor} may have changed it.
 */
@CarriedAlong
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 1)
public class AsynchronousCallerInterceptor {

  private final ApplicationConfig config;

  @Inject
  public AsynchronousCallerInterceptor(ApplicationConfig config) {
    this.config = config;
  }

  @AroundInvoke
  public @Nullable Object keep(InvocationContext call) throws Exception {
    if (config.propagation() != Propagation.NONE) {
      Carried carried = CurrentUser.toHandOn();
      Context now = Context.current();
      CallContext.store(call, carried == null ? now : now.with(Carried.KEY, carried));
    }
    return call.proceed();
  }
}
