package dev.usercontext.docs.examples;

import dev.usercontext.UserContext;
import dev.usercontext.spi.Identity;
import dev.usercontext.spi.UserContextResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.Optional;

// docs: a resolver that knows more of the caller
@ApplicationScoped
public class Accounts implements UserContextResolver {

  @Inject AccountRepository accounts;

  @Override
  public Optional<UserContext> resolve(Identity identity) {
    return identity.principal().map(Principal::getName).flatMap(accounts::find).map(Accounts::user);
  }

  private static UserContext user(Account account) {
    return UserContext.builder(account.id())
        .email(account.email())
        .attr("plan", account.plan())
        .build();
  }
}
// docs: end
