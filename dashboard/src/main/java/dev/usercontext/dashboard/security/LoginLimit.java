package dev.usercontext.dashboard.security;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows down who guesses: after 20 wrong passwords within a minute nobody can log in until it is
 * over. Sessions go on.
 */
@Singleton
public class LoginLimit {
  private static final int MOST = 20;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Clock clock;
  private Instant ends = Instant.MIN;
  private int wrong;

  @Inject
  public LoginLimit(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean reached() {
    return wrong >= MOST && clock.instant().isBefore(ends);
  }

  synchronized void wrong() {
    Instant now = clock.instant();
    if (!now.isBefore(ends)) {
      ends = now.plus(WINDOW);
      wrong = 0;
    }
    wrong++;
  }
}
