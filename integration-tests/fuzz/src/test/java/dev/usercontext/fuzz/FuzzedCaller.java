package dev.usercontext.fuzz;

import dev.usercontext.internal.request.IdentitySource;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A request, and who sends it.
 *
 * @param principal null for nobody
 * @param headers by their names in small letters
 */
record FuzzedCaller(Principal principal, Map<String, List<String>> headers)
    implements IdentitySource {

  /** With a token. */
  static FuzzedCaller of(String name, Map<String, Object> claims) {
    return new FuzzedCaller(new Token(name, claims), Map.of());
  }

  @Override
  public boolean isUserInRole(String role) {
    return false;
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return null;
  }

  @Override
  public List<String> headers(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  private record Token(String name, Map<String, Object> claims) implements JsonWebToken {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public Set<String> getClaimNames() {
      return claims.keySet();
    }

    @Override
    @SuppressWarnings("unchecked") // As the interface asks for: whoever asks says of what type.
    public <T> T getClaim(String claim) {
      return (T) claims.get(claim);
    }
  }
}
