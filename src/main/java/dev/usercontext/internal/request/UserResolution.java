package dev.usercontext.internal.request;

import dev.usercontext.UserContext;
import dev.usercontext.internal.claims.ConfiguredUser;
import dev.usercontext.internal.claims.IdentityRules;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.diagnostics.Counter;
import dev.usercontext.internal.diagnostics.Log;
import dev.usercontext.internal.diagnostics.Message;
import dev.usercontext.internal.diagnostics.PersonalData;
import dev.usercontext.spi.Identity;
import dev.usercontext.spi.UserContextResolver;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From an identity to a user: the application's resolvers in their order, then configuration. */
public final class UserResolution {

  private final List<UserContextResolver> resolvers;
  private final IdentityRules rules;

  /** Without anything configured. */
  public UserResolution(List<UserContextResolver> resolvers) {
    this(resolvers, IdentityRules.DEFAULT);
  }

  public UserResolution(List<UserContextResolver> resolvers, IdentityRules rules) {
    this.resolvers = List.copyOf(resolvers);
    this.rules = rules;
  }

  /** Whether it may block, as resolvers of the application may. */
  public boolean mayBlock() {
    return !resolvers.isEmpty();
  }

  /** Never throws: what fails costs the request its user, not its answer. */
  public @Nullable UserValue resolve(
      @Nullable Principal principal, @Nullable IdentitySource source) {
    CallerFacts facts = facts(principal, source);
    Identity identity = new RequestIdentity(facts.caller(), source);
    for (UserContextResolver resolver : resolvers) {
      try {
        Optional<UserContext> user = resolver.resolve(identity);
        if (user.isPresent()) {
          return UserValue.of(user.get());
        }
      } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
        Counter.FAILED.increment();
        String failed = resolver.getClass().getName();
        Log.warnOnce(Message.RESOLVER_FAILED, failed + e.getClass().getName(), e, failed);
        return null;
      }
    }
    return configured(facts);
  }

  private @Nullable UserValue configured(CallerFacts facts) {
    try {
      return ConfiguredUser.of(rules, facts);
    } catch (IllegalArgumentException e) {
      unusable(String.valueOf(e.getMessage()), null);
    } catch (RuntimeException | LinkageError e) {
      unusable(PersonalData.describe(e), e);
    }
    return null;
  }

  /** What is known of a caller; of nobody, whom Jakarta Security and Elytron call "anonymous". */
  private static CallerFacts facts(@Nullable Principal principal, @Nullable IdentitySource source) {
    try {
      String name = principal == null ? null : principal.getName();
      if (principal == null || "anonymous".equals(name)) {
        return new CallerFacts(null, null, source);
      }
      if (name == null || name.isBlank()) {
        return new CallerFacts(Claims.isToken(principal) ? principal : null, null, source);
      }
      return new CallerFacts(principal, name, source);
    } catch (RuntimeException | LinkageError e) {
      unusable(PersonalData.describe(e), e);
      return new CallerFacts(null, null, null);
    }
  }

  private static void unusable(String reason, @Nullable Throwable cause) {
    Counter.FAILED.increment();
    Log.warnOnce(Message.IDENTITY_UNUSABLE, reason, cause, reason);
  }
}
