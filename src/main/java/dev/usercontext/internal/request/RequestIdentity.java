package dev.usercontext.internal.request;

import dev.usercontext.spi.Identity;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a resolver is shown: the principal, and the request for as long as it may be touched. */
record RequestIdentity(@Nullable Principal caller, @Nullable IdentitySource source)
    implements Identity {

  @Override
  public Optional<Principal> principal() {
    return Optional.ofNullable(caller);
  }

  @Override
  public boolean isUserInRole(String role) {
    return caller != null && source != null && source.isUserInRole(role);
  }

  @Override
  public Optional<Object> claim(String name) {
    return caller == null ? Optional.empty() : Claims.of(caller, name);
  }

  @Override
  public <T> Optional<T> unwrap(Class<T> type) {
    if (type.isInstance(caller)) {
      return Optional.of(type.cast(caller));
    }
    return source == null ? Optional.empty() : Optional.ofNullable(source.unwrap(type));
  }
}
