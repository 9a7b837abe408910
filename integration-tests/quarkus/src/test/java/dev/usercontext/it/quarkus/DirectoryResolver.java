package dev.usercontext.it.quarkus;

import dev.usercontext.UserContext;
import dev.usercontext.spi.Identity;
import dev.usercontext.spi.UserContextResolver;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.security.Principal;
import java.util.Optional;

/** Looks users up in a directory, which blocks; and fails where a request asks it to. */
@Alternative
@ApplicationScoped
public class DirectoryResolver implements UserContextResolver {

  @Override
  public Optional<UserContext> resolve(Identity identity) {
    identity
        .unwrap(ContainerRequestContext.class)
        .map(request -> request.getUriInfo().getPath())
        .filter(path -> path.endsWith("/resolver-fails"))
        .ifPresent(
            path -> {
              throw new IllegalStateException("the directory of users is down");
            });
    return identity.principal().map(Principal::getName).map(name -> describe(name, identity));
  }

  private static UserContext describe(String name, Identity identity) {
    UserContext.Builder user = UserContext.builder(name).email(lookUpEmail(name));
    user.attr("plan", identity.isUserInRole("user") ? "pro" : "free");
    identity.claim("sub").ifPresent(subject -> user.attr("subject", subject.toString()));
    return user.build();
  }

  private static String lookUpEmail(String name) {
    return Uni.createFrom().item(name + "@example.com").await().indefinitely();
  }
}
