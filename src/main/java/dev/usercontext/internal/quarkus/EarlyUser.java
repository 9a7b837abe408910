package dev.usercontext.internal.quarkus;

import dev.usercontext.internal.config.ApplicationConfig;
import dev.usercontext.internal.context.RequestPlace;
import dev.usercontext.internal.request.IdentitySource;
import dev.usercontext.internal.request.OpenTraces;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;

/**
 * Whom Quarkus has authenticated before any filter saw the request. No filter sees a static file or
 * a request that an HTTP policy refuses, and none of ours is there in an application that lists its
 * classes itself, so the server span gets its user here.
 *
 * @param request the context of the server span
 */
public record EarlyUser(IdentitySource identity, RequestUser user, Context request) {

  static void begin(QuarkusIdentity identity, UserResolution resolution, ApplicationConfig config) {
    Context request = Context.current();
    RequestUser user = new RequestUser(identity, resolution);
    user.willBeTold();
    user.enter();
    Span server = Span.fromContext(request);
    OpenTraces.begin(server, user);
    user.attribute(server, config.renderer());
    if (VertxRequest.isHere(identity.vertx())) {
      RequestPlace.fillEarly(request, user);
    }
    VertxRequest.putEarly(new EarlyUser(identity, user, request), identity.vertx());
  }
}
