package dev.usercontext.internal.attributed;

import dev.usercontext.UserAttributed;
import dev.usercontext.UserContext;
import dev.usercontext.internal.config.ApplicationConfig;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.UserScope;
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

/** The outer one: puts the user of the call into effect before anything else begins. */
@UserAttributed
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class UserAttributedInterceptor {

  private final ApplicationConfig config;

  @Inject
  public UserAttributedInterceptor(ApplicationConfig config) {
    this.config = config;
  }

  @AroundInvoke
  public @Nullable Object attribute(InvocationContext call) throws Exception {
    if (!config.isEnabled()) {
      return call.proceed();
    }
    AttributedMethod method = AttributedMethod.of(call.getMethod(), call.getTarget().getClass());
    Carried carried = CurrentUser.carried();
    UserContext inEffect = CurrentUser.of(carried);
    if (!method.changesUser()) {
      return proceedAs(carried, inEffect, method, call);
    }
    UserValue user = method.user(inEffect, call.getParameters());
    if (user == null && method.isRequired()) {
      throw method.noUser();
    }
    if (user != null && inEffect == null) {
      CallerSpan.attribute(user, config.renderer());
    }
    return proceedIn(user != null ? user : Carried.NOBODY, call);
  }

  private @Nullable Object proceedAs(
      @Nullable Carried carried,
      @Nullable UserContext inEffect,
      AttributedMethod method,
      InvocationContext call)
      throws Exception {
    if (inEffect == null && method.isRequired()) {
      throw method.noUser();
    }
    if (inEffect != null && !ProcessorPresence.isLoaded()) {
      attribute(Span.current(), carried, inEffect);
    }
    boolean inContext = Carried.in(Context.current()) != null;
    return carried == null || inContext ? proceed(call) : proceedIn(carried, call);
  }

  private void attribute(Span span, @Nullable Carried carried, UserContext inEffect) {
    if (span.isRecording() && !UserScope.isOutside(span, carried)) {
      UserValue.of(inEffect).attributes(config.renderer()).writeTo(span);
      ProcessorPresence.warnIfMissing();
    }
  }

  private static @Nullable Object proceedIn(Carried carried, InvocationContext call)
      throws Exception {
    try (UserScope scope = UserScope.openLexical(Context.current(), carried)) {
      return proceed(call);
    }
  }

  private static @Nullable Object proceed(InvocationContext call) throws Exception {
    CallContext.store(call, Context.current());
    return call.proceed();
  }
}
