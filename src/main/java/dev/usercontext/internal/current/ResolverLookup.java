package dev.usercontext.internal.current;

import dev.usercontext.internal.baggage.ReceivedBaggage;
import dev.usercontext.internal.claims.IdentityRules;
import dev.usercontext.internal.config.ApplicationConfig;
import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.diagnostics.ClassPresence;
import dev.usercontext.internal.request.UserResolution;
import dev.usercontext.spi.UserContextResolver;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.UnsatisfiedResolutionException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Comparator;
import java.util.List;

/** Finds the resolvers of the application. */
public final class ResolverLookup {

  private static final boolean PRESENT =
      ClassPresence.isPresent("jakarta.enterprise.inject.spi.CDI");

  private ResolverLookup() {}

  /**
   * The resolution with the beans of the calling application; without CDI, with none. Looks them up
   * each time, so whoever is asked for every request keeps the result.
   */
  public static UserResolution resolution() {
    return PRESENT
        ? new UserResolution(Beans.resolvers(), Beans.rules())
        : new UserResolution(List.of(), UserContextConfig.load().identity());
  }

  /** The same for requests, which may come with baggage. */
  public static UserResolution requestResolution(UserContextConfig config) {
    return new UserResolution(
        PRESENT ? Beans.resolvers() : List.of(),
        config.identity(),
        ReceivedBaggage.by(config.baggage()));
  }

  /** A class of its own, so that it is linked only after {@link #PRESENT} was asked. */
  private static final class Beans {
    static IdentityRules rules() {
      try {
        return CDI.current().select(ApplicationConfig.class).get().identity();
      } catch (IllegalStateException | UnsatisfiedResolutionException e) {
        // An application without CDI on a server that has it.
        return UserContextConfig.load().identity();
      }
    }

    static List<UserContextResolver> resolvers() {
      try {
        BeanContainer beans = VisibleBeans.ofThisThread();
        return beans
            .createInstance()
            .select(UserContextResolver.class, Any.Literal.INSTANCE)
            .handlesStream()
            .sorted(Comparator.comparingInt(Beans::priority).reversed())
            .map(handle -> reference(beans, handle.getBean()))
            .toList();
      } catch (IllegalStateException e) {
        // An application without CDI on a server that has it.
        return List.of();
      }
    }

    /**
     * Not by the handle: the container would keep every dependent instance for as long as it lives.
     */
    private static UserContextResolver reference(BeanContainer beans, Bean<?> bean) {
      try {
        return (UserContextResolver)
            beans.getReference(
                bean, UserContextResolver.class, beans.createCreationalContext(null));
      } catch (RuntimeException e) {
        return identity -> {
          throw e;
        };
      }
    }

    private static int priority(Instance.Handle<UserContextResolver> handle) {
      Priority priority = handle.getBean().getBeanClass().getAnnotation(Priority.class);
      return priority == null ? 0 : priority.value();
    }
  }
}
