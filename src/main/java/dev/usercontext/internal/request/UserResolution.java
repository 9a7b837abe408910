package dev.usercontext.internal.request;

import dev.usercontext.UserContext;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.diagnostics.Counter;
import dev.usercontext.internal.diagnostics.Log;
import dev.usercontext.internal.diagnostics.Message;
import dev.usercontext.spi.Identity;
import dev.usercontext.spi.UserContextResolver;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From an identity to a user: the application's resolvers in their order, then the principal. */
public final class UserResolution {

  private final List<UserContextResolver> resolvers;

  public UserResolution(List<UserContextResolver> resolvers) {
    this.resolvers = List.copyOf(resolvers);
  }

  /** Never throws: what fails costs the request its user, not its answer. */
  public @Nullable UserValue resolve(
      @Nullable Principal principal, @Nullable IdentitySource source) {
    Identity identity = new RequestIdentity(caller(principal), source);
    for (UserContextResolver resolver : resolvers) {
      try {
        Optional<UserContext> user = resolver.resolve(identity);
        if (user.isPresent()) {
          return UserValue.of(user.get());
        }
      } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
        Counter.FAILED.increment();
        String name = resolver.getClass().getName();
        Log.warnOnce(Message.RESOLVER_FAILED, name + e.getClass().getName(), e, name);
        return null;
      }
    }
    return identity.principal().map(UserResolution::named).orElse(null);
  }

  private static @Nullable UserValue named(Principal principal) {
    try {
      return UserValue.of(UserContext.builder(principal.getName()).build());
    } catch (IllegalArgumentException e) {
      Counter.FAILED.increment();
      String reason = String.valueOf(e.getMessage());
      Log.warnOnce(Message.IDENTITY_UNUSABLE, reason, null, reason);
      return null;
    }
  }

  /** Jakarta Security and Elytron have a principal called "anonymous" for nobody. */
  static @Nullable Principal caller(@Nullable Principal principal) {
    if (principal == null) {
      return null;
    }
    String name = principal.getName();
    return name == null || name.isBlank() || name.equals("anonymous") ? null : principal;
  }
}
