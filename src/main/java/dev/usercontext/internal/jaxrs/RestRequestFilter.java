package dev.usercontext.internal.jaxrs;

import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.context.Attachment;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.RequestPlace;
import dev.usercontext.internal.current.ActiveRequest;
import dev.usercontext.internal.current.ResolverLookup;
import dev.usercontext.internal.diagnostics.ServerRuntime;
import dev.usercontext.internal.quarkus.EarlyUser;
import dev.usercontext.internal.quarkus.VertxRequest;
import dev.usercontext.internal.request.OpenTraces;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts the user of a request that no servlet filter saw, before matching, so that a 404 and a 403
 * have it too. Only on Quarkus it also puts it into the context: there that belongs to the request
 * and ends with it, while elsewhere it would stay on a pooled thread.
 */
@Provider
@PreMatching
@Priority(Integer.MIN_VALUE)
public final class RestRequestFilter implements ContainerRequestFilter {

  static final String PROPERTY = RequestUser.class.getName();

  private final boolean onQuarkus = ServerRuntime.detect() == ServerRuntime.QUARKUS;
  private volatile @Nullable UserContextConfig config;
  private volatile UserResolution resolution = new UserResolution(List.of());

  @Override
  public void filter(ContainerRequestContext request) {
    if (!config().enabled()) {
      return;
    }
    Context context = Context.current();
    if (Carried.in(context) instanceof RequestUser user
        && user.isOnThisThread()
        && !RequestPlace.isEarlyIn(context)) {
      request.setProperty(PROPERTY, user);
      return;
    }
    Span span = Span.fromContext(context);
    RequestUser user = start(request, context, span);
    request.setProperty(PROPERTY, user);
    if (!user.isOnThisThread()) {
      // Else whoever authenticates has done so.
      user.enter();
    }
    ActiveRequest.put(user);
    if (onQuarkus) {
      VertxRequest.put(carrying(user, context));
    }
    if (resolution.mayBlock()) {
      // Quarkus runs this on the event loop, whatever the resource is run on.
      user.attributeLater(span, config().renderer());
    } else {
      user.attribute(span, config().renderer());
    }
  }

  /** Attaches one where {@code context} has no place for the user. */
  private static Context carrying(RequestUser user, Context context) {
    if (RequestPlace.fill(context, user)) {
      return context;
    }
    Context attached = context.with(Carried.KEY, user);
    Attachment.attach(attached);
    return attached;
  }

  /** On Quarkus, whoever authenticates may have started it. */
  private RequestUser start(ContainerRequestContext request, Context context, Span span) {
    EarlyUser early = onQuarkus ? VertxRequest.early(context) : null;
    if (early != null) {
      return early.user();
    }
    RequestUser user = new RequestUser(RestIdentity.of(request), resolution);
    user.willBeTold();
    if (onQuarkus) {
      OpenTraces.begin(span, user);
    }
    return user;
  }

  /** Read at the first request: a provider may be created before its application is ready. */
  private UserContextConfig config() {
    UserContextConfig known = config;
    if (known == null) {
      known = UserContextConfig.load();
      resolution = ResolverLookup.requestResolution(known);
      config = known;
    }
    return known;
  }
}
