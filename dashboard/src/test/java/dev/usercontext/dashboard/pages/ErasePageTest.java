package dev.usercontext.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.dashboard.query.Params;
import dev.usercontext.dashboard.security.ActionLog;
import dev.usercontext.dashboard.security.SecurityConfig;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.TestSpan;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.duckdb.DuckDbStore;
import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose spans go: of two users who look like one, that one. */
final class ErasePageTest {
  private @Nullable SpanStore store;

  @BeforeEach
  void open(@TempDir Path folder) {
    store = DuckDbStore.open(folder);
  }

  @AfterEach
  void close() {
    store().close();
  }

  private SpanStore store() {
    if (store == null) {
      throw new IllegalStateException();
    }
    return store;
  }

  private ErasePage page(String id) {
    ErasePage page = new ErasePage();
    page.store = store();
    page.context = new AdminContext(store(), id);
    page.actions = new ActionLog(new NoPasswords(), Clock.systemUTC());
    return page;
  }

  private static String html(Response response) {
    return response.getEntity().toString();
  }

  private long spans(String id) {
    return store().totals(SpanFilter.builder(TimeRange.ALL).user(id).build()).spans();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada ", " ada", "ada\t", "ada\n", "ada\u00a0", "ada\u2003"})
  void anIdThatLooksLikeAnotherIsErasedAlone(String id) {
    store()
        .write(
            List.of(
                TestSpan.of(1, 1).user("ada").build(),
                TestSpan.of(1, 2).user("ada").build(),
                TestSpan.of(1, 3).user(id).build()));

    String asked = html(page(id).ask());
    assertThat(asked).contains("1 span of this user", "Spelled out");
    assertThat(asked).contains(Params.none().with("id", id).link("/erase"));
    assertThat(html(page(id).erase(id, "ada"))).contains("Nothing was erased");
    assertThat(html(page(id).erase(id, id))).contains("1 span of this user removed");

    assertThat(spans("ada")).isEqualTo(2);
    assertThat(spans(id)).isZero();
  }

  @Test
  void whatCannotBeTypedIsTypedAsItIsSpelled() {
    store().write(List.of(TestSpan.of(1, 1).user("ada lovelace\u00a0").build()));

    String id = "ada lovelace\u00a0";
    assertThat(html(page(id).ask())).contains("<code>ada lovelace\\u00a0</code>");
    assertThat(html(page(id).erase(id, "ada lovelace\\u00a0"))).contains("1 span");

    assertThat(spans(id)).isZero();
  }

  @Test
  void anOrdinaryIdIsTypedAsItIs() {
    store().write(List.of(TestSpan.of(1, 1).user("ada lovelace").build()));

    assertThat(html(page("ada lovelace").ask())).doesNotContain("Spelled out");
    assertThat(html(page("ada lovelace").erase("ada lovelace", ""))).contains("Nothing was erased");
    assertThat(html(page("ada lovelace").erase("ada lovelace", "ada lovelace")))
        .contains("1 span of this user removed");
  }

  private static final class NoPasswords implements SecurityConfig {
    @Override
    public Optional<String> viewerPassword() {
      return Optional.empty();
    }

    @Override
    public Optional<String> adminPassword() {
      return Optional.empty();
    }

    @Override
    public Optional<String> sessionKey() {
      return Optional.empty();
    }

    @Override
    public Duration session() {
      return Duration.ZERO;
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
}
