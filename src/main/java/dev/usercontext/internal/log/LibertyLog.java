package dev.usercontext.internal.log;

import dev.usercontext.internal.diagnostics.Log;
import dev.usercontext.internal.diagnostics.Message;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Open Liberty's LogRecordContext, which asks its extensions for their values at each record. Its
 * API is in no repository, so it is called by reflection.
 */
final class LibertyLog {

  private static final String API = "com.ibm.websphere.logging.hpel.LogRecordContext";

  /** The server refers to them weakly; they are gone with this class. */
  private static final Map<MdcKey, Object> REGISTERED = new EnumMap<>(MdcKey.class);

  private LibertyLog() {}

  static synchronized void register(AskedUser user) {
    for (MdcKey key : MdcKey.values()) {
      try {
        register(key, user);
      } catch (ReflectiveOperationException | LinkageError e) {
        Throwable cause = e instanceof InvocationTargetException call ? call.getCause() : e;
        if (cause instanceof IllegalArgumentException) {
          Log.warn(Message.MDC_KEY_TAKEN.text(key.key()));
        }
        // Else a server without this API.
      }
    }
  }

  static synchronized void unregister() {
    for (MdcKey key : REGISTERED.keySet()) {
      try {
        Class.forName(API).getMethod("unregisterExtension", String.class).invoke(null, key.key());
      } catch (ReflectiveOperationException | LinkageError e) {
        // It was there a moment ago; and the server drops what nobody refers to.
      }
    }
    REGISTERED.clear();
  }

  private static void register(MdcKey key, AskedUser user) throws ReflectiveOperationException {
    Class<?> type = Class.forName(API + "$Extension");
    Object extension =
        Proxy.newProxyInstance(
            LibertyLog.class.getClassLoader(), new Class<?>[] {type}, new Extension(key, user));
    Class.forName(API)
        .getMethod("registerExtension", String.class, type)
        .invoke(null, key.key(), extension);
    REGISTERED.put(key, extension);
  }

  /** Its one method has no parameters; those of Object are for the server's map. */
  private record Extension(MdcKey key, AskedUser user) implements InvocationHandler {
    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
      return switch (method.getName()) {
        case "getValue" -> user.valueOf(key);
        case "equals" -> proxy == Objects.requireNonNull(arguments)[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> "User Context: " + key.key();
      };
    }
  }
}
