package dev.usercontext.internal.request;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Open Liberty's caller of this thread, by its own API: the properties of its WSCredential ({@code
 * realmName}, {@code groupIds}, and what login modules have put in), and of the tables in its
 * Subject.
 */
final class LibertyCaller {

  private static final String SUBJECTS = "com.ibm.websphere.security.auth.WSSubject";
  private static final String CREDENTIAL = "com.ibm.websphere.security.cred.WSCredential";
  private static final Map<String, String> GETTERS =
      Stream.of("realmName", "securityName", "uniqueSecurityName", "groupIds", "accessId")
          .collect(
              Collectors.toMap(
                  name -> name,
                  name -> "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1)));

  private LibertyCaller() {}

  static @Nullable Object attribute(String caller, String name)
      throws ReflectiveOperationException {
    Class<?> subjects = load(SUBJECTS);
    if (!caller.equals(subjects.getMethod("getCallerPrincipal").invoke(null))
        || !(subjects.getMethod("getCallerSubject").invoke(null) instanceof Subject subject)) {
      return null;
    }
    Object ofCredential = ofCredentials(subject.getPublicCredentials(), name);
    if (ofCredential != null) {
      return ofCredential;
    }
    Object ofTable = ofTables(subject.getPublicCredentials(), name);
    return ofTable != null ? ofTable : ofTables(subject.getPrivateCredentials(), name);
  }

  private static @Nullable Object ofCredentials(Set<Object> credentials, String name)
      throws ReflectiveOperationException {
    Class<?> type = load(CREDENTIAL);
    for (Object credential : credentials) {
      if (type.isInstance(credential)) {
        String getter = GETTERS.get(name);
        Object value =
            getter == null
                ? call(type.getMethod("get", String.class), credential, name)
                : call(type.getMethod(getter), credential);
        if (value != null) {
          return value;
        }
      }
    }
    return null;
  }

  private static @Nullable Object ofTables(Set<Object> credentials, String name) {
    for (Object credential : credentials) {
      if (credential instanceof Map<?, ?> table && table.get(name) != null) {
        return table.get(name);
      }
    }
    return null;
  }

  /** Null where the credential has expired or was destroyed. */
  private static @Nullable Object call(Method method, Object target, Object... arguments)
      throws ReflectiveOperationException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      return null;
    }
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
  }
}
