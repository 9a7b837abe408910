package dev.usercontext.internal.request;

import dev.usercontext.UserContext;
import dev.usercontext.internal.baggage.ReceivedBaggage;
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

/**
 * From an identity to a user: the application's resolvers in their order, then configuration, and
 * where nobody is known, baggage that is trusted.
 */
public final class UserResolution {

  private final List<UserContextResolver> resolvers;
  private final IdentityRules rules;
  private final ReceivedBaggage baggage;

  /** Without anything configured. */
  public UserResolution(List<UserContextResolver> resolvers) {
    this(resolvers, IdentityRules.DEFAULT);
  }

  public UserResolution(List<UserContextResolver> resolvers, IdentityRules rules) {
    this(resolvers, rules, ReceivedBaggage.UNTRUSTED);
  }

  public UserResolution(
      List<UserContextResolver> resolvers, IdentityRules rules, ReceivedBaggage baggage) {
    this.resolvers = List.copyOf(resolvers);
    this.rules = rules;
    this.baggage = baggage;
  }

  /** Whom the service that sends a request names; null for nobody, or nobody to be believed. */
  @Nullable UserValue sentWith(IdentitySource request) {
    try {
      return baggage.isTrusted() ? baggage.user(request.headers(ReceivedBaggage.HEADER)) : null;
    } catch (RuntimeException | LinkageError e) {
      unusable(PersonalData.describe(e), e);
      return null;
    }
  }

  /** Whether it may block, as resolvers of the application may. */
  public boolean mayBlock() {
    return !resolvers.isEmpty();
  }

  /** Whether it is to be asked while the request can be: what configuration takes may be there. */
  boolean needsRequest() {
    return resolvers.isEmpty() && rules.takesMoreThanName();
  }

  /** As {@link #resolve(Principal, IdentitySource, UserValue)}, with nobody instead. */
  public @Nullable UserValue resolve(
      @Nullable Principal principal, @Nullable IdentitySource source) {
    return resolve(principal, source, null);
  }

  /**
   * Never throws: what fails costs the request its user, not its answer.
   *
   * @param otherwise who it is where the container knows nobody
   */
  @Nullable UserValue resolve(
      @Nullable Principal principal,
      @Nullable IdentitySource source,
      @Nullable UserValue otherwise) {
    if (principal == null && resolvers.isEmpty() && !rules.takesMoreThanName()) {
      // The anonymous request of most applications, for which nothing needs to be made.
      return otherwise;
    }
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
    UserValue user = configured(facts);
    return user == null && facts.isNobody() ? otherwise : user;
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

  /**
   * What is known of a caller, also of nobody, whom Jakarta Security and Elytron call "anonymous".
   * Somebody of whom the container has no name is not nobody.
   */
  private static CallerFacts facts(@Nullable Principal principal, @Nullable IdentitySource source) {
    try {
      String name = principal == null ? null : principal.getName();
      if (principal == null || "anonymous".equals(name)) {
        return new CallerFacts(true, null, null, source);
      }
      if (name == null || name.isBlank()) {
        Principal token = Claims.isToken(principal) ? principal : null;
        return new CallerFacts(false, token, null, source);
      }
      return new CallerFacts(false, principal, name, source);
    } catch (RuntimeException | LinkageError e) {
      unusable(PersonalData.describe(e), e);
      return CallerFacts.UNKNOWN;
    }
  }

  private static void unusable(String reason, @Nullable Throwable cause) {
    Counter.FAILED.increment();
    Log.warnOnce(Message.IDENTITY_UNUSABLE, reason, cause, reason);
  }
}
