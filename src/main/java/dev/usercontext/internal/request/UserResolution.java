package dev.usercontext.internal.request;

import dev.usercontext.UserContext;
import dev.usercontext.internal.baggage.ReceivedBaggage;
import dev.usercontext.internal.context.UserContextBuilder;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.diagnostics.Counter;
import dev.usercontext.internal.diagnostics.Log;
import dev.usercontext.internal.diagnostics.Message;
import dev.usercontext.internal.diagnostics.PersonalData;
import dev.usercontext.internal.privacy.Provenance;
import dev.usercontext.spi.Identity;
import dev.usercontext.spi.UserContextResolver;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From an identity to a user: the application's resolvers in their order, then the principal, and
 * where there is none, baggage that is trusted.
 */
public final class UserResolution {

  private final List<UserContextResolver> resolvers;
  private final ReceivedBaggage baggage;

  public UserResolution(List<UserContextResolver> resolvers) {
    this(resolvers, ReceivedBaggage.UNTRUSTED);
  }

  public UserResolution(List<UserContextResolver> resolvers, ReceivedBaggage baggage) {
    this.resolvers = List.copyOf(resolvers);
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
    String name = nameOf(principal);
    Identity identity = new RequestIdentity(name == null ? null : principal, source);
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
    return name == null ? otherwise : named(name);
  }

  private static @Nullable UserValue named(String name) {
    try {
      return new UserContextBuilder(name, Provenance.CONTAINER).build();
    } catch (IllegalArgumentException e) {
      unusable(String.valueOf(e.getMessage()), null);
      return null;
    }
  }

  /** Null for nobody, whom Jakarta Security and Elytron call "anonymous". */
  private static @Nullable String nameOf(@Nullable Principal principal) {
    try {
      String name = principal == null ? null : principal.getName();
      return name == null || name.isBlank() || name.equals("anonymous") ? null : name;
    } catch (RuntimeException | LinkageError e) {
      unusable(PersonalData.describe(e), e);
      return null;
    }
  }

  private static void unusable(String reason, @Nullable Throwable cause) {
    Counter.FAILED.increment();
    Log.warnOnce(Message.IDENTITY_UNUSABLE, reason, cause, reason);
  }
}
