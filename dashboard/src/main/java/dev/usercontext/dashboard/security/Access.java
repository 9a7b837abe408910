package dev.usercontext.dashboard.security;

import io.vertx.ext.web.RoutingContext;
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
    Access access = request.get(KEY);
    if (access == null) {
      throw new IllegalStateException("Not seen by AccessFilter: " + request.normalizedPath());
    }
    return access;
  }

  void keep(RoutingContext request) {
    request.put(KEY, this);
  }

  /** Whether they may erase. */
  public boolean mayErase() {
    return role == Role.ADMIN;
  }
}
