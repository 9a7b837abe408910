package dev.usercontext.internal.servlet;

import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.context.Attachment;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.RequestPlace;
import dev.usercontext.internal.context.UserScope;
import dev.usercontext.internal.current.ActiveRequest;
import dev.usercontext.internal.current.ResolverLookup;
import dev.usercontext.internal.diagnostics.ServerRuntime;
import dev.usercontext.internal.log.Mdc;
import dev.usercontext.internal.quarkus.EarlyUser;
import dev.usercontext.internal.quarkus.VertxRequest;
import dev.usercontext.internal.request.OpenTraces;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Puts the user of the request into the context, before all other filters and for every dispatch of
 * the request; a dispatch inside another one is passed through.
 */
public final class UserContextFilter implements Filter {

  private final UserContextConfig config;
  private final AttributeRenderer renderer;
  private final boolean onQuarkus;
  private final boolean spansStartLater;

  /** Found at the first request: not every server has its CDI container ready for init. */
  private volatile @Nullable UserResolution resolution;

  UserContextFilter(UserContextConfig config) {
    this.config = config;
    this.renderer = config.renderer();
    ServerRuntime runtime = ServerRuntime.detect();
    this.onQuarkus = runtime == ServerRuntime.QUARKUS;
    this.spansStartLater = runtime.isJakartaEe();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest http)) {
      chain.doFilter(request, response);
      return;
    }
    RequestUser known = ServletIdentity.userOf(http);
    if (known != null && known.isOnThisThread()) {
      chain.doFilter(request, response);
      return;
    }
    Context before = withoutLeftOver(Context.current(), known);
    RequestUser user = known != null ? known : start(http, before);
    UserScope aside = UserScope.setAside();
    user.enter();
    Mdc.Before mdc = Mdc.show(user);
    Scope scope = before.with(Carried.KEY, user).makeCurrent();
    try {
      // Quarkus starts the server span before any filter.
      user.attribute(Span.current(), renderer);
      chain.doFilter(LoginAwareRequest.of(http, user), response);
    } finally {
      Mdc.restore(mdc);
      scope.close();
      Attachment.restore(before);
      UserScope.bringBack(aside);
      user.leave();
      // One that goes on asynchronously ends with a redispatch, or when nobody refers to it any
      // more.
      if (!http.isAsyncStarted()) {
        user.end();
      }
    }
  }

  /**
   * WildFly and Open Liberty leave the context of a request on the thread in some failure paths.
   * What carries another request where this one comes to a thread is such a left-over, trace and
   * all; and so is a span of theirs that carries none, of an application without this library: they
   * start the span of this request only behind this filter.
   */
  private Context withoutLeftOver(Context context, @Nullable RequestUser known) {
    Carried carried = Carried.in(context);
    boolean isOfAnother =
        carried instanceof RequestUser && carried != known && !RequestPlace.isEarlyIn(context);
    boolean isOfNoRequest =
        carried == null && spansStartLater && isOfSdk(Span.fromContext(context));
    return isOfAnother || isOfNoRequest ? Context.root() : context;
  }

  /** By its name: not every application sees the class. A Java agent shows spans of its own. */
  private static boolean isOfSdk(Span span) {
    return span.getClass().getName().startsWith("io.opentelemetry.sdk.");
  }

  private RequestUser start(HttpServletRequest request, Context context) {
    RequestUser user = ServletIdentity.start(request, resolution());
    if (onQuarkus) {
      EarlyUser early = VertxRequest.early(context);
      if (early != null) {
        user.lookInto(early.identity());
      }
      OpenTraces.begin(Span.fromContext(context), user);
      // Quarkus may overwrite the context that is attached below.
      boolean hasPlace = RequestPlace.fill(context, user);
      VertxRequest.put(hasPlace ? context : context.with(Carried.KEY, user));
      ActiveRequest.put(user);
    }
    return user;
  }

  private UserResolution resolution() {
    UserResolution found = resolution;
    if (found == null) {
      found = ResolverLookup.requestResolution(config);
      resolution = found;
    }
    return found;
  }
}
