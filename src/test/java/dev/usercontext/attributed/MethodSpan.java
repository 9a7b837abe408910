package dev.usercontext.attributed;

import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What {@code @WithSpan} does, with the priority that it has on each runtime. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@interface MethodSpan {

  /** Begins a span for the method. */
  abstract class Beginning {
    static Telemetry telemetry;

    Object begin(InvocationContext call) throws Exception {
      Span span = telemetry.span(call.getMethod().getName()).startSpan();
      try (Scope scope = span.makeCurrent()) {
        return call.proceed();
      } finally {
        span.end();
      }
    }
  }

  /** On Open Liberty and WildFly. */
  @MethodSpan
  @Interceptor
  @Priority(100)
  class OnServers extends Beginning {
    @AroundInvoke
    Object intercept(InvocationContext call) throws Exception {
      return begin(call);
    }
  }

  /** On Quarkus. */
  @MethodSpan
  @Interceptor
  @Priority(0)
  class OnQuarkus extends Beginning {
    @AroundInvoke
    Object intercept(InvocationContext call) throws Exception {
      return begin(call);
    }
  }
}
