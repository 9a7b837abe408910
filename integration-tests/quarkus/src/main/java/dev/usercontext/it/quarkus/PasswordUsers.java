package dev.usercontext.it.quarkus;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The user store: Quarkus's own ones, from a file or a database, would bring more than this. */
@ApplicationScoped
public class PasswordUsers implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

  private static final Pattern USER = Pattern.compile("alice|bob|user-\\d+");

  private static final long LINGER = TimeUnit.MILLISECONDS.toNanos(4);

  @Inject SharedUsers shared;

  @Override
  public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
    return UsernamePasswordAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
    String name = request.getUsername();
    String password = new String(request.getPassword().getPassword());
    if (!USER.matcher(name).matches() || !password.equals(name + "-secret")) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    Uni<SecurityIdentity> user =
        Uni.createFrom()
            .item(
                QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(name))
                    .addRole("user")
                    .addAttribute("department", "books")
                    .build());
    RoutingContext routing = HttpSecurityUtils.getRoutingContextAttribute(request);
    if (routing == null) {
      return user;
    }
    if ("shared".equals(routing.request().getParam("users"))) {
      return shared.get().flatMap(fetched -> user);
    }
    return routing.normalizedPath().endsWith("/early-work") ? lingering(user) : user;
  }

  /**
   * Not done yet when it has answered: the request is at work by then, and when this returns,
   * Quarkus puts back the context that was there before. On an idle machine the two meet by
   * themselves; so they meet on a busy one, too.
   */
  private static Uni<SecurityIdentity> lingering(Uni<SecurityIdentity> user) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                user.subscribe()
                    .with(
                        identity -> {
                          emitter.complete(identity);
                          LockSupport.parkNanos(LINGER);
                        },
                        emitter::fail));
  }
}
