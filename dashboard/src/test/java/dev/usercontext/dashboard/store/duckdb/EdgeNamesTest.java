package dev.usercontext.dashboard.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.dashboard.store.Edge;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.NodeKind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EdgeNamesTest {
  private static final Edge EDGE =
      new Edge(new Node(NodeKind.SERVICE, "a"), new Node(NodeKind.SERVICE, "b"));

  @Test
  void whoReadsWhileTheyAreLoadedMissesNone(@TempDir Path folder) {
    EdgeNames names = new EdgeNames();
    int number = names.number(EDGE);
    Map<Integer, Edge> read = names.all();

    try (Database database = new Database(folder, "100MB", "user_attrs.")) {
      database.write(
          connection -> {
            names.load(connection);
            return connection;
          });
    }

    assertThat(read).containsEntry(number, EDGE);
    assertThat(names.all()).as("it was never saved").isEmpty();
  }
}
