package dev.usercontext.benchmarks;

import dev.usercontext.internal.request.IdentitySource;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import dev.usercontext.spi.UserContextResolver;
import java.security.Principal;
import java.util.List;

/** The identity of a request, as a server answers that keeps it in a field. */
record Login(Principal principal) implements IdentitySource {

  /** A request that is being processed on this thread. */
  static RequestUser requestOf(Principal principal) {
    UserContextResolver resolver = identity -> identity.principal().map(somebody -> Caller.USER);
    RequestUser request =
        new RequestUser(new Login(principal), new UserResolution(List.of(resolver)));
    request.enter();
    return request;
  }

  static RequestUser requestOfAda() {
    return requestOf(() -> "ada");
  }

  static RequestUser requestOfNobody() {
    return requestOf(null);
  }

  @Override
  public boolean isUserInRole(String role) {
    return false;
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return null;
  }
}
