package dev.usercontext.internal.jaxrs;

import dev.usercontext.internal.request.RequestUser;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Looks again once the filters that authenticate have run: the application may have its own. */
@Provider
@Priority(Priorities.AUTHENTICATION + 1)
public final class RestAuthenticationFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getProperty(RestRequestFilter.PROPERTY) instanceof RequestUser user) {
      user.lookInto(new RestIdentity(request));
    }
  }
}
