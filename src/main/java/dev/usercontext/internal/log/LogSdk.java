package dev.usercontext.internal.log;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * The part of the SDK that processes log records, by reflection: Open Liberty shows applications
 * what exports records, but not what processes them.
 */
final class LogSdk {

  private static final String PACKAGE = "io.opentelemetry.sdk.logs.";

  private final Class<?> processor;
  private final Method add;
  private final Method compose;
  private final Method setAttribute;

  private LogSdk(ClassLoader sdk) throws ReflectiveOperationException {
    processor = Class.forName(PACKAGE + "LogRecordProcessor", false, sdk);
    Class<?> builder = Class.forName(PACKAGE + "SdkLoggerProviderBuilder", false, sdk);
    Class<?> record = Class.forName(PACKAGE + "ReadWriteLogRecord", false, sdk);
    add = builder.getMethod("addLogRecordProcessor", processor);
    compose = processor.getMethod("composite", processor.arrayType());
    setAttribute = record.getMethod("setAttribute", AttributeKey.class, Object.class);
  }

  /** Null where the SDK has no such part. */
  static @Nullable LogSdk find() {
    try {
      return new LogSdk(AutoConfigurationCustomizer.class.getClassLoader());
    } catch (ReflectiveOperationException | LinkageError e) {
      return null;
    }
  }

  /** Adds it to a builder of logger providers. */
  Object add(UserLogRecordProcessor user, Object builder) {
    return invoke(add, builder, proxyOf(user));
  }

  /** Puts it before another processor. */
  Object compose(UserLogRecordProcessor user, Object other) {
    Object both = Array.newInstance(processor, 2);
    Array.set(both, 0, proxyOf(user));
    Array.set(both, 1, other);
    return invoke(compose, null, both);
  }

  private Object proxyOf(UserLogRecordProcessor user) {
    return Proxy.newProxyInstance(
        processor.getClassLoader(), new Class<?>[] {processor}, new Handler(user));
  }

  private static Object invoke(Method method, @Nullable Object target, Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Besides its one event, a processor has methods that end it, and those of every object. */
  private final class Handler implements InvocationHandler {
    private final UserLogRecordProcessor user;

    Handler(UserLogRecordProcessor user) {
      this.user = user;
    }

    @Override
    public @Nullable Object invoke(
        Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
      if (arguments != null && method.getName().equals("onEmit")) {
        if (arguments[0] instanceof Context context && arguments[1] != null) {
          Object record = arguments[1];
          user.onEmit(context, (key, value) -> LogSdk.invoke(setAttribute, record, key, value));
        }
        return null;
      }
      if (method.getReturnType() == CompletableResultCode.class) {
        return CompletableResultCode.ofSuccess();
      }
      return switch (method.getName()) {
        case "equals" -> arguments != null && proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        case "toString" -> "UserLogRecordProcessor";
        default -> null;
      };
    }
  }
}
