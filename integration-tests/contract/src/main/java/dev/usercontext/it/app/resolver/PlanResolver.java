package dev.usercontext.it.app.resolver;

import dev.usercontext.UserContext;
import dev.usercontext.spi.Identity;
import dev.usercontext.spi.UserContextResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/** Knows more of the users than their names; and fails, or hangs, where a request asks it to. */
@ApplicationScoped
public class PlanResolver implements UserContextResolver {

  @Inject Gate gate;

  @Override
  public Optional<UserContext> resolve(Identity identity) {
    identity
        .unwrap(HttpServletRequest.class)
        .map(HttpServletRequest::getRequestURI)
        .ifPresent(this::disturb);
    return identity.principal().map(Principal::getName).map(name -> describe(name, identity));
  }

  private void disturb(String uri) {
    if (uri.endsWith("/resolver-fails")) {
      throw new IllegalStateException("the directory of users is down");
    }
    if (uri.endsWith("/resolver-hangs")) {
      gate.hang();
    }
  }

  private static UserContext describe(String name, Identity identity) {
    return UserContext.builder(name)
        .email(name + "@example.com")
        .attr("plan", identity.isUserInRole("user") ? "pro" : "free")
        .build();
  }
}
