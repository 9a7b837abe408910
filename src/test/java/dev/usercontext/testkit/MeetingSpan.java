package dev.usercontext.testkit;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/** A span at which two threads meet that look for one of its attributes: both see it as it was. */
public final class MeetingSpan {

  private MeetingSpan() {}

  public static Span of(Span span) {
    CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
    return (Span)
        Proxy.newProxyInstance(
            MeetingSpan.class.getClassLoader(),
            new Class<?>[] {Span.class, ReadableSpan.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("storeInContext")) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
              }
              Object result = method.invoke(span, arguments);
              if (method.getName().equals("getAttribute")) {
                bothHaveLooked.await(10, TimeUnit.SECONDS);
              }
              return result;
            });
  }
}
