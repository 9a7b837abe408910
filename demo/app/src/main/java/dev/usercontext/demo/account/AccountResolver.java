package dev.usercontext.demo.account;

import dev.usercontext.UserContext;
import dev.usercontext.spi.Identity;
import dev.usercontext.spi.UserContextResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;

/** The container knows the caller's name; the accounts know the rest that spans are to say. */
@ApplicationScoped
public class AccountResolver implements UserContextResolver {

  @Inject Accounts accounts;

  @Override
  public Optional<UserContext> resolve(Identity identity) {
    return identity
        .principal()
        .map(Principal::getName)
        .flatMap(accounts::find)
        .map(
            account ->
                UserContext.builder(account.id())
                    .email(account.email())
                    .attr("plan", account.plan().name().toLowerCase(Locale.ROOT))
                    .build());
  }
}
