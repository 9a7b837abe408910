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
  private final boolean onQuarkus = ServerRuntime.detect() == ServerRuntime.QUARKUS;

  /** Found at the first request: not every server has its CDI container ready for init. */
  private volatile @Nullable UserResolution resolution;

  UserContextFilter(UserContextConfig config) {
    this.config = config;
    this.renderer = config.renderer();
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
    Context before = known == null ? withoutLeftOver(Context.current()) : Context.current();
    RequestUser user = known != null ? known : start(http);
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
   * What carries another request at the very start of this one is such a left-over, trace and all.
   */
  private static Context withoutLeftOver(Context context) {
    return Carried.in(context) instanceof RequestUser ? Context.root() : context;
  }

  private RequestUser start(HttpServletRequest request) {
    RequestUser user = ServletIdentity.start(request, resolution());
    if (onQuarkus) {
      EarlyUser early = VertxRequest.early();
      if (early != null) {
        user.lookInto(early.identity());
      }
      OpenTraces.begin(Span.current(), user);
      VertxRequest.put(user);
      // Quarkus may overwrite the context that is attached below.
      RequestPlace.fill(Context.current(), user);
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
