package dev.usercontext.internal.attributed;

import dev.usercontext.UserAttributed;
import dev.usercontext.internal.config.ApplicationConfig;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/**
 * The outer one on Quarkus, whose interceptor of {@code @WithSpan} has priority 0, so that ours
 * would run after it or before it as it happens. Jakarta Interceptors 2.1 reserves negative
 * priorities for itself; nothing of Quarkus uses them.
 */
@UserAttributed
@Interceptor
@Priority(-1)
public class EarlyUserAttributedInterceptor extends UserAttributedInterceptor {

  @Inject
  public EarlyUserAttributedInterceptor(ApplicationConfig config) {
    super(config);
  }
}
