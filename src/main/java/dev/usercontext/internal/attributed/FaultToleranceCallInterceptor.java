package dev.usercontext.internal.attributed;

import dev.usercontext.internal.config.ApplicationConfig;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * What {@link AsynchronousCallInterceptor} is, on the thread of each attempt. A fallback method is
 * called outside of it.
 */
@CarriedThroughFaultTolerance
@Interceptor
@Priority(FaultToleranceCallInterceptor.AFTER_FAULT_TOLERANCE)
public class FaultToleranceCallInterceptor {

  /** Room for who has configured the priority of Fault Tolerance. */
  static final int AFTER_FAULT_TOLERANCE = Interceptor.Priority.PLATFORM_AFTER + 900;

  private final AsynchronousCallInterceptor call;

  @Inject
  public FaultToleranceCallInterceptor(ApplicationConfig config) {
    this.call = new AsynchronousCallInterceptor(config);
  }

  @AroundInvoke
  public @Nullable Object restore(InvocationContext attempt) throws Exception {
    return call.restore(attempt);
  }
}
