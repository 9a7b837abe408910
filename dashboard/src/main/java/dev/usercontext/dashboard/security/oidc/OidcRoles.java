package dev.usercontext.dashboard.security.oidc;

import dev.usercontext.dashboard.security.Access;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the claims of a token make of somebody, or of a program. */
@Singleton
class OidcRoles {
  private static final int LONGEST_NAME = 200;

  /** What else may tell one from another: the token of a program may lack {@code sub}. */
  private static final List<String> IDS = List.of("sub", "client_id", "azp");

  private final OidcConfig config;

  @Inject
  OidcRoles(OidcConfig config) {
    this.config = config;
  }

  /** The most that the roles allow; empty where none does. */
  Optional<Access.Role> role(Map<String, Object> claims) {
    Set<String> roles = roles(claims);
    if (roles.stream().anyMatch(config.adminRoles()::contains)) {
      return Optional.of(Access.Role.ADMIN);
    }
    return roles.stream().anyMatch(config.viewerRoles()::contains)
        ? Optional.of(Access.Role.VIEWER)
        : Optional.empty();
  }

  private Set<String> roles(Map<String, Object> claims) {
    Object claim = claims.get(config.rolesClaim());
    return strings(claim == null ? at(claims, config.rolesClaim()) : claim);
  }

  private static @Nullable Object at(Map<?, ?> claims, String path) {
    Object value = claims;
    for (String name : path.split("/")) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value;
  }

  /** A list, or words in one text, as a scope is. */
  private static Set<String> strings(@Nullable Object claim) {
    if (claim instanceof Collection<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.toSet());
    }
    return claim instanceof String text
        ? Set.copyOf(List.of(text.trim().split("\\s+")).stream().distinct().toList())
        : Set.of();
  }

  /** Without what would break a line. */
  String name(Map<String, Object> claims) {
    String name =
        Stream.concat(config.nameClaims().stream(), IDS.stream())
            .map(claims::get)
            .filter(value -> value instanceof String text && !text.isBlank())
            .map(String::valueOf)
            .findFirst()
            .orElse("unnamed")
            .replaceAll("\\p{Cntrl}", " ")
            .strip();
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }
}
