package dev.usercontext.internal.quarkus;

import dev.usercontext.internal.config.ApplicationConfig;
import dev.usercontext.internal.request.IdentitySource;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * Whom Quarkus has authenticated before any filter saw the request. No filter sees a static file or
 * a request that an HTTP policy refuses, so the server span gets its user here.
 *
 * @param user null where a resolver would have to run, which may block, on the event loop
 */
public record EarlyUser(IdentitySource identity, @Nullable RequestUser user) {

  static void begin(QuarkusIdentity identity, UserResolution resolution, ApplicationConfig config) {
    RequestUser user = null;
    if (!resolution.mayBlock()) {
      user = new RequestUser(identity, resolution);
      user.willBeTold();
      user.enter();
      user.attribute(Span.current(), config.renderer());
    }
    VertxRequest.putEarly(new EarlyUser(identity, user));
  }
}
