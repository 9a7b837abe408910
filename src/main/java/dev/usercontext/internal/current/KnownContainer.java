package dev.usercontext.internal.current;

import dev.usercontext.internal.config.ApplicationConfig;
import dev.usercontext.internal.diagnostics.ServerRuntime;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The CDI container of this thread with what its spans ask it for. To look that up costs as much as
 * several spans, on WildFly with a walk up the stack; so it is kept for as long as the same
 * container answers to threads of the same application, and until it is collected as garbage.
 * Nothing of an application is held by it, and nothing that is only on the way in or out is
 * believed.
 */
final class KnownContainer {

  /** The one that was asked last; an application has one. Weak: it may outlive the application. */
  private static volatile WeakReference<@Nullable KnownContainer> last = new WeakReference<>(null);

  private static final boolean ONLY_APPLICATION = ServerRuntime.detect() == ServerRuntime.QUARKUS;

  private final CDI<Object> cdi;
  private final @Nullable ClassLoader application;
  private final BeanContainer container;
  private final Map<Class<?>, Optional<Bean<?>>> beans = new ConcurrentHashMap<>();

  private volatile @Nullable RequestUserBean requestUser;
  private volatile @Nullable ApplicationConfig config;

  private KnownContainer(CDI<Object> cdi, @Nullable ClassLoader application) {
    this.cdi = cdi;
    this.application = application;
    this.container = cdi.getBeanContainer();
  }

  /**
   * The container of this thread.
   *
   * @throws IllegalStateException where there is none, or one that is starting or stopping
   */
  static KnownContainer current() {
    CDI<Object> cdi = CDI.current();
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    KnownContainer known = last.get();
    if (known == null || known.cdi != cdi || !known.isOf(application)) {
      known = new KnownContainer(cdi, application);
      last = new WeakReference<>(known);
    }
    return known;
  }

  /**
   * On Quarkus also of a thread that tells no application, since there is only one: the thread that
   * exports spans is such, and asks several times a second.
   */
  private boolean isOf(@Nullable ClassLoader asking) {
    return application == asking || (asking == null && ONLY_APPLICATION);
  }

  BeanContainer container() {
    return container;
  }

  /** A client proxy, so of the request of whoever calls it; null where this is no bean. */
  @Nullable RequestUserBean requestUser() {
    RequestUserBean known = requestUser;
    if (known == null) {
      Instance<RequestUserBean> instance = cdi.select(RequestUserBean.class);
      known = instance.isResolvable() ? instance.get() : null;
      requestUser = known;
      if (known != null) {
        // A weak reference alone is gone with the next young collection.
        config().keep(this);
      }
    }
    return known;
  }

  ApplicationConfig config() {
    ApplicationConfig known = config;
    if (known == null) {
      known = cdi.select(ApplicationConfig.class).get();
      config = known;
    }
    return known;
  }

  /** Whether there is such a bean, and only one. */
  boolean has(Class<?> type) {
    return bean(type).isPresent();
  }

  /**
   * A reference of its own for each call, as dependent beans may be of their thread; null where
   * there is no such bean, or more than one.
   */
  <T> @Nullable T reference(Class<T> type) {
    return bean(type)
        .map(bean -> container.getReference(bean, type, container.createCreationalContext(null)))
        .map(type::cast)
        .orElse(null);
  }

  private Optional<Bean<?>> bean(Class<?> type) {
    return beans.computeIfAbsent(
        type,
        asked -> {
          Instance<?> instance = cdi.select(asked);
          return instance.isResolvable()
              ? Optional.of(instance.getHandle().getBean())
              : Optional.empty();
        });
  }
}
