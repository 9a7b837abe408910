package dev.usercontext.internal.quarkus;

import dev.usercontext.internal.config.ApplicationConfig;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.RequestPlace;
import dev.usercontext.internal.current.ResolverLookup;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import io.opentelemetry.context.Context;
import io.quarkus.security.spi.runtime.AuthenticationSuccessEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Hears of Quarkus whom it has authenticated where it does so lazily ({@code
 * quarkus.http.auth.proactive=false}): in mid-request, or before any filter where a policy wants to
 * know. Otherwise, {@link AuthenticatedRoute} is cheaper.
 */
@Singleton
public class AuthenticationListener {

  private final ApplicationConfig config;
  private final UserResolution resolution;

  @Inject
  public AuthenticationListener(ApplicationConfig config) {
    this.config = config;
    this.resolution = ResolverLookup.requestResolution(config.values());
  }

  void authenticated(@Observes AuthenticationSuccessEvent event) {
    if (!config.isEnabled()) {
      return;
    }
    QuarkusIdentity identity = QuarkusIdentity.of(event);
    RequestUser known = known(identity);
    if (known != null) {
      known.lookInto(identity);
      return;
    }
    EarlyUser.begin(identity, resolution, config);
  }

  /** Not by the request scope: for this event, Quarkus may have made one that ends with it. */
  private static @Nullable RequestUser known(QuarkusIdentity identity) {
    RequestUser known = VertxRequest.begun(identity.vertx());
    Context context = Context.current();
    return known == null
            && !RequestPlace.isEarlyIn(context)
            && Carried.in(context) instanceof RequestUser user
        ? user
        : known;
  }
}
