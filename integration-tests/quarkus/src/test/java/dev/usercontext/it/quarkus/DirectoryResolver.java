package dev.usercontext.it.quarkus;

import dev.usercontext.UserContext;
import dev.usercontext.it.app.resolver.Gate;
import dev.usercontext.spi.Identity;
import dev.usercontext.spi.UserContextResolver;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.security.Principal;
import java.util.Optional;

/** Looks users up in a directory, which blocks; and fails, or hangs, where a request asks it to. */
@Alternative
@ApplicationScoped
public class DirectoryResolver implements UserContextResolver {

  /** Whose entry makes the directory fail. */
  static final String UNREADABLE = "user-13";

  @Inject Gate gate;
  @Inject Connection connection;

  @Override
  public Optional<UserContext> resolve(Identity identity) {
    identity
        .unwrap(ContainerRequestContext.class)
        .map(request -> request.getUriInfo().getPath())
        .ifPresent(this::disturb);
    return identity.principal().map(Principal::getName).map(name -> describe(name, identity));
  }

  private void disturb(String path) {
    if (path.endsWith("/resolver-fails")) {
      throw new IllegalStateException("the directory of users is down");
    }
    if (path.endsWith("/resolver-hangs")) {
      gate.hang();
    }
  }

  private UserContext describe(String name, Identity identity) {
    UserContext.Builder user = UserContext.builder(name).email(connection.lookUpEmail(name));
    user.attr("plan", identity.isUserInRole("user") ? "pro" : "free");
    identity.claim("sub").ifPresent(subject -> user.attr("subject", subject.toString()));
    return user.build();
  }

  /** To the directory, one for each request, and open to whoever is logged in. */
  @RequestScoped
  public static class Connection {

    @Inject SecurityIdentity caller;

    String lookUpEmail(String name) {
      if (name.equals(UNREADABLE) || !name.equals(caller.getPrincipal().getName())) {
        throw new IllegalStateException("not for " + caller.getPrincipal().getName());
      }
      return Uni.createFrom().item(name + "@example.com").await().indefinitely();
    }
  }
}
