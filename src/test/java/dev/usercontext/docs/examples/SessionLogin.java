package dev.usercontext.docs.examples;

import dev.usercontext.UserContext;
import dev.usercontext.spi.Identity;
import dev.usercontext.spi.UserContextResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

// docs: a login of the application
@ApplicationScoped
public class SessionLogin implements UserContextResolver {

  @Override
  public Optional<UserContext> resolve(Identity identity) {
    return identity
        .unwrap(HttpServletRequest.class)
        .map(request -> request.getSession(false))
        .map(session -> accountOf(session))
        .map(account -> UserContext.builder(account.id()).attr("plan", account.plan()).build());
  }

  private static Account accountOf(HttpSession session) {
    return (Account) session.getAttribute("account");
  }
}
// docs: end
