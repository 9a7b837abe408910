package dev.usercontext.internal.current;

import dev.usercontext.internal.diagnostics.ServerRuntime;
import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * The beans that the code of this thread's module sees. {@code CDI.current()} knows those that its
 * caller sees: from the lib folder of an EAR, none of a WAR's. What the module itself would be
 * given is in its naming context, where to look costs as much as several spans; so it is kept, in a
 * bean: for as long as the application runs.
 */
@Singleton
public class VisibleBeans {

  private static final boolean HAS_NAMING = ServerRuntime.detect().isJakartaEe();

  private final Map<ClassLoader, BeanContainer> ofModules =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * Those of this thread; where there is no naming context, those that this library sees.
   *
   * @throws IllegalStateException where there is no container, or one that is starting or stopping
   */
  static BeanContainer ofThisThread() {
    KnownContainer known = KnownContainer.current();
    BeanContainer ofModule = HAS_NAMING ? ofModule(known) : null;
    return ofModule == null ? known.container() : ofModule;
  }

  /** An application with a copy of this library in each WAR may not have this bean in all. */
  private static @Nullable BeanContainer ofModule(KnownContainer known) {
    ClassLoader module = Thread.currentThread().getContextClassLoader();
    VisibleBeans beans = module == null ? null : known.reference(VisibleBeans.class);
    return beans == null ? null : beans.of(module);
  }

  private @Nullable BeanContainer of(ClassLoader module) {
    BeanContainer known = ofModules.get(module);
    if (known == null) {
      known = lookUp();
      if (known != null) {
        ofModules.put(module, known);
      }
    }
    return known;
  }

  @SuppressWarnings("BanJNDI") // the name is none of a user's, and the server answers itself
  private static @Nullable BeanContainer lookUp() {
    try {
      return InitialContext.doLookup("java:comp/BeanManager") instanceof BeanContainer found
          ? found
          : null;
    } catch (NamingException | RuntimeException e) {
      // A thread that the server does not manage.
      return null;
    }
  }
}
