package dev.usercontext.internal.attributed;

import dev.usercontext.UserAttributed;
import dev.usercontext.internal.config.ApplicationConfig;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.current.CurrentUser;
import dev.usercontext.internal.diagnostics.ProcessorPresence;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * The inner one: where the runtime does not load the span processor, attributes the span that
 * {@code @WithSpan} has begun for the method.
 */
@UserAttributed
@Interceptor
@Priority(MethodSpanInterceptor.AFTER_WITH_SPAN)
public class MethodSpanInterceptor {

  /** WildFly's and Open Liberty's interceptor of {@code @WithSpan} has priority 100. */
  static final int AFTER_WITH_SPAN = 200;

  private final ApplicationConfig config;

  @Inject
  public MethodSpanInterceptor(ApplicationConfig config) {
    this.config = config;
  }

  @AroundInvoke
  public @Nullable Object attribute(InvocationContext call) throws Exception {
    Context stored = CallContext.of(call);
    if (stored != null && !ProcessorPresence.isLoaded()) {
      Span own = Span.current();
      if (own != Span.fromContext(stored)) {
        CurrentUser.get()
            .ifPresent(user -> UserValue.of(user).attributes(config.renderer()).writeTo(own));
      }
    }
    return call.proceed();
  }
}
