package dev.usercontext.dashboard.security;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The logins of browsers. A login is a signed cookie, so that every dashboard with the same key
 * knows it; only what was logged out is kept here, until it would have ended. For all threads.
 */
@Singleton
public class Sessions {
  static final String COOKIE = "usercontext-session";
  private static final String PURPOSE = "session";

  private final Duration length;
  private final Clock clock;
  private final SignedText signed;
  private final Map<String, Instant> loggedOut = new ConcurrentHashMap<>();

  private record Session(Access access, String id, Instant ends) {}

  @Inject
  public Sessions(SecurityConfig config, Clock clock, SignedText signed) {
    this.length = config.session();
    this.clock = clock;
    this.signed = signed;
  }

  /** The cookie of a new login. */
  public NewCookie begin(String name, Access.Role role, RoutingContext request) {
    return cookie(token(name, role), (int) length.toSeconds(), request);
  }

  /** The cookie that takes the login's place. */
  NewCookie ended(RoutingContext request) {
    return cookie("", 0, request);
  }

  /** Lax, so that a permalink in a ticket opens; what changes something asks AccessFilter. */
  private static NewCookie cookie(String value, int seconds, RoutingContext request) {
    return new NewCookie.Builder(COOKIE)
        .value(value)
        .path("/")
        .httpOnly(true)
        .secure(request.request().isSSL())
        .sameSite(NewCookie.SameSite.LAX)
        .maxAge(seconds)
        .build();
  }

  String token(String name, Access.Role role) {
    long ends = clock.instant().plus(length).getEpochSecond();
    return signed.sign(PURPOSE, UUID.randomUUID() + " " + ends + " " + role + " " + name);
  }

  Optional<Access> find(String token) {
    return read(token)
        .filter(session -> session.ends().isAfter(clock.instant()))
        .filter(session -> !loggedOut.containsKey(session.id()))
        .map(Session::access);
  }

  private Optional<Session> read(String token) {
    return signed
        .verify(PURPOSE, token)
        .map(
            text -> {
              String[] parts = text.split(" ", 4);
              Access.Role role = Access.Role.valueOf(parts[2]);
              return new Session(
                  new Access(parts[3], role, token),
                  parts[0],
                  Instant.ofEpochSecond(Long.parseLong(parts[1])));
            });
  }

  void end(String token) {
    Instant now = clock.instant();
    loggedOut.values().removeIf(ends -> ends.isBefore(now));
    read(token).ifPresent(session -> loggedOut.put(session.id(), session.ends()));
  }
}
