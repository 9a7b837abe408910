package dev.usercontext.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.query.Params;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.TestSpan;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.UserRow;
import dev.usercontext.dashboard.store.duckdb.DuckDbStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export of users while their spans arrive. */
final class UsersExportTest {
  private static final int USERS = 1_500;

  /** The users in the order of their ranks: each costs a little less than the one before. */
  private static StoredSpan call(int user) {
    return TestSpan.of(user, 1).user(id(user)).call("model", 10_000L - user).build();
  }

  private static String id(int user) {
    return "user" + user;
  }

  @Test
  void everyUserIsThereOnce(@TempDir Path folder) throws IOException {
    try (SpanStore store = DuckDbStore.open(folder)) {
      store.write(IntStream.range(0, USERS).mapToObj(UsersExportTest::call).toList());
      ExportResource export = new ExportResource();
      export.store = store;
      List<String> ids = new ArrayList<>();

      export
          .users(Params.none(), SpanFilter.in(TimeRange.ALL))
          .write(
              (Rows)
                  row -> {
                    ids.add(((UserRow) row).id());
                    if (ids.size() == 1_000) {
                      store.write(
                          List.of(
                              TestSpan.of(1, 2).user(id(1_400)).call("model", 1_000_000L).build(),
                              TestSpan.of(1, 3).user(id(1_300)).call("model", 1_000_000L).build()));
                    }
                  });

      assertThat(ids)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, USERS).mapToObj(UsersExportTest::id).toList());
    }
  }

  private interface Rows extends Table {
    @Override
    default void close() {}
  }
}
