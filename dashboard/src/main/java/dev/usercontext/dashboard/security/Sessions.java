package dev.usercontext.dashboard.security;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The logins of browsers, in memory: a restart ends them. For all threads. */
@Singleton
public class Sessions {
  private static final int MOST = 10_000;

  private final Duration length;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  private record Session(Access access, Instant ends) {}

  @Inject
  public Sessions(SecurityConfig config, Clock clock) {
    this.length = config.session();
    this.clock = clock;
  }

  /** How long one lasts. */
  Duration length() {
    return length;
  }

  String begin(String name, Access.Role role) {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Instant now = clock.instant();
    sessions.values().removeIf(session -> session.ends().isBefore(now));
    if (sessions.size() >= MOST) {
      sessions.clear();
    }
    sessions.put(id, new Session(new Access(name, role, id), now.plus(length)));
    return id;
  }

  Optional<Access> find(String id) {
    Session session = sessions.get(id);
    return session == null || session.ends().isBefore(clock.instant())
        ? Optional.empty()
        : Optional.of(session.access());
  }

  void end(String id) {
    sessions.remove(id);
  }
}
