package dev.usercontext.internal.log;

import io.quarkus.vertx.mdc.provider.LateBoundMDCProvider;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logmanager.MDCProvider;
import org.jspecify.annotations.Nullable;

/**
 * The MDC of Quarkus, and in front of it the user in effect. Its own is shared by all threads that
 * work for a request, so a value that one of them puts there for a while would be seen by others.
 */
final class QuarkusMdc implements MDCProvider {

  private static final String OWN = "io.quarkus.vertx.core.runtime.VertxMDC";

  private final MDCProvider delegate;
  private final AskedUser user;

  private QuarkusMdc(MDCProvider delegate, AskedUser user) {
    this.delegate = delegate;
    this.user = user;
  }

  static void install(AskedUser user) {
    MDCProvider own = own();
    if (own != null) {
      LateBoundMDCProvider.setMDCProviderDelegate(new QuarkusMdc(own, user));
    }
  }

  /** Also where the last application of this JVM, before a live reload, has installed one. */
  static void uninstall() {
    MDCProvider own = own();
    if (own != null) {
      LateBoundMDCProvider.setMDCProviderDelegate(own);
    }
  }

  private static @Nullable MDCProvider own() {
    try {
      return (MDCProvider) Class.forName(OWN).getEnumConstants()[0];
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  @Override
  public @Nullable String get(String key) {
    String value = ofUser(key);
    return value == null ? delegate.get(key) : value;
  }

  @Override
  public @Nullable Object getObject(String key) {
    String value = ofUser(key);
    return value == null ? delegate.getObject(key) : value;
  }

  @Override
  public String put(String key, String value) {
    return delegate.put(key, value);
  }

  @Override
  public Object putObject(String key, Object value) {
    return delegate.putObject(key, value);
  }

  @Override
  public String remove(String key) {
    return delegate.remove(key);
  }

  @Override
  public Object removeObject(String key) {
    return delegate.removeObject(key);
  }

  @Override
  public Map<String, String> copy() {
    Map<String, String> copy = new HashMap<>(delegate.copy());
    for (MdcKey key : MdcKey.values()) {
      String value = user.valueOf(key);
      if (value != null) {
        copy.put(key.key(), value);
      }
    }
    return copy;
  }

  @Override
  public Map<String, Object> copyObject() {
    Map<String, Object> copy = new HashMap<>(delegate.copyObject());
    for (MdcKey key : MdcKey.values()) {
      String value = user.valueOf(key);
      if (value != null) {
        copy.put(key.key(), value);
      }
    }
    return copy;
  }

  @Override
  public boolean isEmpty() {
    return delegate.isEmpty() && user.valueOf(MdcKey.USER_ID) == null;
  }

  @Override
  public void clear() {
    delegate.clear();
  }

  private @Nullable String ofUser(String name) {
    MdcKey key = MdcKey.of(name);
    return key == null ? null : user.valueOf(key);
  }
}
