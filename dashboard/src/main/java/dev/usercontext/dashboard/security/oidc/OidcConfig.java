package dev.usercontext.dashboard.security.oidc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code dashboard.oidc.*}; without an issuer there is no OpenID Connect. */
@ConfigMapping(prefix = "dashboard.oidc")
public interface OidcConfig {
  /** The provider, as its tokens name it; what else is to be known of it, it tells there. */
  Optional<URI> issuer();

  /** How the provider knows the dashboard. */
  Optional<String> clientId();

  /** The secret that goes with it; a public client has none. */
  Optional<String> clientSecret();

  /** What is asked for. */
  @WithDefault("openid,profile,email")
  List<String> scopes();

  /**
   * Whom the bearer tokens of programs have to be for; one of these is enough. The client id,
   * unless it is set.
   */
  Optional<Set<String>> audience();

  /** The claim of a token that holds the roles; {@code /} leads into an object. */
  @WithDefault("roles")
  String rolesClaim();

  /** Who has one of these may look. */
  @WithDefault("dashboard-viewer")
  Set<String> viewerRoles();

  /** Who has one of these may look and erase. */
  @WithDefault("dashboard-admin")
  Set<String> adminRoles();

  /** The claims of a token that may be the name; the first that is there. */
  @WithDefault("preferred_username,email,sub")
  List<String> nameClaims();

  /**
   * The dashboard as browsers know it, {@code https://dashboard.example}: the provider sends people
   * back to {@code /login/oidc/callback} there. Without it, it is as the browser asks.
   */
  Optional<URI> publicUrl();
}
