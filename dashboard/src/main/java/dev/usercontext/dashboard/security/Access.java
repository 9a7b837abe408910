package dev.usercontext.dashboard.security;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param name as it was given at login; {@code local} where nobody has to log in
 * @param role what they may do
 * @param session the login that a cookie stands for; null without one
 */
public record Access(String name, Role role, @Nullable String session) {
  private static final String KEY = Access.class.getName();

  /** What somebody may do. */
  public enum Role {
    /** Look at everything. */
    VIEWER,
    /** Erase as well. */
    ADMIN
  }

  /** Who asks that. */
  public static Access of(RoutingContext request) {
    return find(request)
        .orElseThrow(
            () ->
                new IllegalStateException("Not seen by AccessFilter: " + request.normalizedPath()));
  }

  /** Who asks that; empty on pages that are open to all. */
  public static Optional<Access> find(RoutingContext request) {
    return Optional.ofNullable(request.get(KEY));
  }

  /** Whoever sits at this machine, where nobody has to log in. */
  static final Access LOCAL = new Access("local", Role.ADMIN, null);

  /** Whether nobody had to log in. */
  public boolean isLocal() {
    return this == LOCAL;
  }

  void keep(RoutingContext request) {
    request.put(KEY, this);
  }

  /** Whether they may erase. */
  public boolean mayErase() {
    return role == Role.ADMIN;
  }
}
