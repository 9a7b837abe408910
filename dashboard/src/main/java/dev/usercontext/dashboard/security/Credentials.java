package dev.usercontext.dashboard.security;

import dev.usercontext.dashboard.security.oidc.OidcConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Who may log in: the names and passwords that are configured, and whom an OpenID provider knows.
 */
@Singleton
public class Credentials {
  private static final int SHORTEST = 8;

  private final Optional<String> viewer;
  private final Optional<String> admin;
  private final boolean provider;

  @Inject
  public Credentials(SecurityConfig config, OidcConfig oidc) {
    provider = oidc.issuer().isPresent();
    viewer = checked("viewer", config.viewerPassword());
    admin = checked("admin", config.adminPassword());
  }

  private static Optional<String> checked(String name, Optional<String> password) {
    password.ifPresent(
        text -> {
          if (text.length() < SHORTEST) {
            throw new IllegalArgumentException(
                "UCD101: dashboard.security."
                    + name
                    + "-password has to have 8 characters or more");
          }
        });
    return password;
  }

  /** Whether anybody has to log in. */
  public boolean required() {
    return passwords() || provider;
  }

  /** Whether there is a password to log in with. */
  public boolean passwords() {
    return viewer.isPresent() || admin.isPresent();
  }

  /** Whether there is an OpenID provider. */
  boolean provider() {
    return provider;
  }

  /** The role of who knows that password, or empty. */
  Optional<Access.Role> role(String name, String password) {
    // Both are compared, so that the time does not tell which name there is.
    boolean isViewer = matches(viewer, password) & name.equals("viewer");
    boolean isAdmin = matches(admin, password) & name.equals("admin");
    if (isAdmin) {
      return Optional.of(Access.Role.ADMIN);
    }
    return isViewer ? Optional.of(Access.Role.VIEWER) : Optional.empty();
  }

  private static boolean matches(Optional<String> expected, String given) {
    byte[] right = expected.orElse("").getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(right, given.getBytes(StandardCharsets.UTF_8))
        & expected.isPresent();
  }
}
