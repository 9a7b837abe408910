package dev.usercontext.internal.attributed;

import dev.usercontext.internal.config.ApplicationConfig;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** What {@link AsynchronousCallerInterceptor} is, as late as the thread of the caller allows. */
@CarriedThroughFaultTolerance
@Interceptor
@Priority(FaultToleranceCallerInterceptor.BEFORE_FAULT_TOLERANCE)
public class FaultToleranceCallerInterceptor {

  /** MicroProfile Fault Tolerance 4.1: its interceptor has priority 4010, unless configured. */
  static final int BEFORE_FAULT_TOLERANCE = Interceptor.Priority.PLATFORM_AFTER + 9;

  private final AsynchronousCallerInterceptor caller;

  @Inject
  public FaultToleranceCallerInterceptor(ApplicationConfig config) {
    this.caller = new AsynchronousCallerInterceptor(config);
  }

  @AroundInvoke
  public @Nullable Object keep(InvocationContext call) throws Exception {
    return caller.keep(call);
  }
}
