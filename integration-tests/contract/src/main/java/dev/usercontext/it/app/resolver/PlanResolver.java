package dev.usercontext.it.app.resolver;

import dev.usercontext.UserContext;
import dev.usercontext.spi.Identity;
import dev.usercontext.spi.UserContextResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/** Knows more of the users than their names; and fails where a request asks it to. */
@ApplicationScoped
public class PlanResolver implements UserContextResolver {

  @Override
  public Optional<UserContext> resolve(Identity identity) {
    identity
        .unwrap(HttpServletRequest.class)
        .map(HttpServletRequest::getRequestURI)
        .filter(uri -> uri.endsWith("/resolver-fails"))
        .ifPresent(
            uri -> {
              throw new IllegalStateException("the directory of users is down");
            });
    return identity.principal().map(Principal::getName).map(name -> describe(name, identity));
  }

  private static UserContext describe(String name, Identity identity) {
    return UserContext.builder(name)
        .email(name + "@example.com")
        .attr("plan", identity.isUserInRole("user") ? "pro" : "free")
        .build();
  }
}
