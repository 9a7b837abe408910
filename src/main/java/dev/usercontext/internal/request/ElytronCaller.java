package dev.usercontext.internal.request;

import java.lang.reflect.Method;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** WildFly's SecurityIdentity of this thread, by reflection: nobody else has these classes. */
final class ElytronCaller {

  private static final String DOMAIN = "org.wildfly.security.auth.server.SecurityDomain";
  private static final String IDENTITY = "org.wildfly.security.auth.server.SecurityIdentity";
  private static final String ATTRIBUTES = "org.wildfly.security.authz.Attributes";

  private ElytronCaller() {}

  /** The one value of an attribute, or the list of its values. */
  static @Nullable Object attribute(String caller, String name)
      throws ReflectiveOperationException {
    Object identity = identity(caller);
    if (identity == null) {
      return null;
    }
    Object attributes = method(IDENTITY, "getAttributes").invoke(identity);
    Object entry = method(ATTRIBUTES, "get", String.class).invoke(attributes, name);
    if (!(entry instanceof Collection<?> values) || values.isEmpty()) {
      return null;
    }
    return values.size() == 1 ? values.iterator().next() : new ArrayList<Object>(values);
  }

  static Collection<String> roles(String caller) throws ReflectiveOperationException {
    Object identity = identity(caller);
    List<String> roles = new ArrayList<>();
    if (identity != null
        && method(IDENTITY, "getRoles").invoke(identity) instanceof Iterable<?> all) {
      all.forEach(role -> roles.add(String.valueOf(role)));
    }
    return roles;
  }

  /** Null where the application has another way of login, which Elytron does not know. */
  private static @Nullable Object identity(String caller) throws ReflectiveOperationException {
    Object domain = method(DOMAIN, "getCurrent").invoke(null);
    if (domain == null) {
      return null;
    }
    Object identity = method(DOMAIN, "getCurrentSecurityIdentity").invoke(domain);
    Principal principal = (Principal) method(IDENTITY, "getPrincipal").invoke(identity);
    return principal.getName().equals(caller) ? identity : null;
  }

  private static Method method(String type, String name, Class<?>... parameters)
      throws ReflectiveOperationException {
    return Class.forName(type, false, Thread.currentThread().getContextClassLoader())
        .getMethod(name, parameters);
  }
}
