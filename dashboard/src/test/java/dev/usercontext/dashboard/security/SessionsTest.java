package dev.usercontext.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a login is worth: a cookie that only who has the key can make. */
final class SessionsTest {
  private static final String KEY = "a key of thirty-two characters at least";
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private record Settings(@Nullable String key, String password) implements SecurityConfig {
    @Override
    public Optional<String> viewerPassword() {
      return Optional.empty();
    }

    @Override
    public Optional<String> adminPassword() {
      return Optional.of(password);
    }

    @Override
    public Optional<String> sessionKey() {
      return Optional.ofNullable(key);
    }

    @Override
    public Duration session() {
      return Duration.ofHours(1);
    }

    @Override
    public Set<String> localNames() {
      return Set.of();
    }

    @Override
    public Optional<Path> actionLog() {
      return Optional.empty();
    }
  }

  private static Sessions sessions(@Nullable String key, String password, Instant now) {
    Settings settings = new Settings(key, password);
    return new Sessions(settings, Clock.fixed(now, ZoneOffset.UTC), new SignedText(settings));
  }

  @Test
  void aLoginIsKnownToEveryDashboardWithTheKey() {
    String token = sessions(KEY, "password", NOW).token("Ada \"A\" Lovelace", Access.Role.ADMIN);

    assertThat(sessions(KEY, "password", NOW.plusSeconds(3_599)).find(token))
        .hasValueSatisfying(
            access -> {
              assertThat(access.name()).isEqualTo("Ada \"A\" Lovelace");
              assertThat(access.mayErase()).isTrue();
            });
  }

  @Test
  void itEnds() {
    String token = sessions(KEY, "password", NOW).token("ada", Access.Role.VIEWER);

    assertThat(sessions(KEY, "password", NOW.plusSeconds(3_600)).find(token)).isEmpty();
  }

  @Test
  void anotherKeyOrAnotherPasswordMakesItVoid() {
    String token = sessions(KEY, "password", NOW).token("ada", Access.Role.VIEWER);

    assertThat(sessions(KEY + "!", "password", NOW).find(token)).isEmpty();
    assertThat(sessions(KEY, "changed", NOW).find(token)).isEmpty();
  }

  @Test
  void withoutAKeyItIsOfThisStartOnly() {
    String token = sessions(null, "password", NOW).token("ada", Access.Role.VIEWER);

    assertThat(sessions(null, "password", NOW).find(token)).isEmpty();
  }

  @Test
  void nothingElseIsALogin() {
    Settings settings = new Settings(KEY, "password");
    Sessions sessions = sessions(KEY, "password", NOW);
    String token = sessions.token("ada", Access.Role.VIEWER);
    String signature = token.substring(token.indexOf('.'));
    String other = new SignedText(settings).sign("login", "id 9999999999 ADMIN mallory");

    for (String forged :
        new String[] {"", ".", "guess", token + "A", "QURNSU4" + signature, "%" + token, other}) {
      assertThat(sessions.find(forged)).as(forged).isEmpty();
    }
  }

  @Test
  void whatIsLoggedOutIsVoid() {
    Sessions sessions = sessions(KEY, "password", NOW);
    String token = sessions.token("ada", Access.Role.VIEWER);
    String again = sessions.token("ada", Access.Role.VIEWER);
    sessions.end(token);

    assertThat(sessions.find(token)).isEmpty();
    assertThat(sessions.find(again)).isPresent();
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> sessions("short", "password", NOW)).hasMessageContaining("UCD106");
  }
}
