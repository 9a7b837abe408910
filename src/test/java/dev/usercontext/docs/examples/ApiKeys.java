package dev.usercontext.docs.examples;

import dev.usercontext.UserContext;
import dev.usercontext.spi.Identity;
import dev.usercontext.spi.UserContextResolver;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

// docs: a key of the application
@ApplicationScoped
@Priority(10)
public class ApiKeys implements UserContextResolver {

  @Inject AccountRepository accounts;

  @Override
  public Optional<UserContext> resolve(Identity identity) {
    return identity
        .unwrap(ContainerRequestContext.class)
        .map(request -> request.getHeaderString("X-Api-Key"))
        .flatMap(accounts::find)
        .map(account -> UserContext.builder(account.id()).build());
  }
}
// docs: end
