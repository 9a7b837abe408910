package dev.usercontext.internal.attributed;

import io.opentelemetry.context.Context;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** The context in which the outer interceptor left a call, for the inner ones. */
final class CallContext {

  private static final String KEY = CallContext.class.getName();

  private CallContext() {}

  static void store(InvocationContext call, Context context) {
    call.getContextData().put(KEY, context);
  }

  /** Null where the outer interceptor did not run. */
  static @Nullable Context of(InvocationContext call) {
    return (Context) call.getContextData().get(KEY);
  }
}
