package dev.usercontext.dashboard.store.opensearch;

import dev.usercontext.dashboard.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.opensearch.cluster.ClusterState;
import org.opensearch.node.Node;
import org.opensearch.transport.client.Client;

/** Three nodes in this process, started once for all tests. */
public final class Nodes {
  static final int COUNT = 3;
  private static final int PORTS = 65_000;

  private final OpenSearchRunner runner = new OpenSearchRunner();
  private final Path folder;

  private Nodes() {
    try {
      folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "nodes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    runner.setMaxHttpPort(PORTS);
    runner.onBuild(
        (number, settings) -> {
          settings.put("http.port", String.valueOf(FreePort.find()));
          settings.put("network.host", "127.0.0.1");
          settings.put("discovery.type", "zen");
          // The disks of who builds are none of these tests' business.
          settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
          // A shard for each day of the random spans, of several stores.
          settings.put("cluster.max_shards_per_node", 5_000);
          settings.put("node.processors", 2);
        });
    runner.build(
        OpenSearchRunner.newConfigs()
            .basePath(folder.toAbsolutePath().toString())
            // Nodes look for others on this machine, and take those of the same name for their own.
            .clusterName("user-context-" + UUID.randomUUID())
            .numOfNode(COUNT)
            .baseHttpPort(20_000)
            .useLogger());
    runner.ensureGreen();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  private static final class Holder {
    private static final Nodes NODES = new Nodes();
  }

  public static Nodes running() {
    return Holder.NODES;
  }

  /** Where the nodes take HTTP. */
  public String[] hosts() {
    List<String> hosts = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      Node node = runner.getNode(i);
      if (!node.isClosed()) {
        hosts.add("http://127.0.0.1:" + node.settings().get("http.port"));
      }
    }
    return hosts.toArray(String[]::new);
  }

  Client client() {
    return runner.client();
  }

  /** Which copies of shards may be given to nodes: "all" or "primaries", the first of each. */
  void allocate(String which) {
    client()
        .admin()
        .cluster()
        .prepareUpdateSettings()
        .setTransientSettings(Map.of("cluster.routing.allocation.enable", which))
        .get();
  }

  /** All that the nodes have on disk is in there. */
  Path folder() {
    return folder;
  }

  /** The node that has the first copy of an index. */
  int first(String index) {
    ClusterState state = client().admin().cluster().prepareState().get().getState();
    String id = state.routingTable().index(index).shard(0).primaryShard().currentNodeId();
    String name = state.nodes().get(id).getName();
    for (int i = 0; i < COUNT; i++) {
      if (runner.getNode(i).settings().get("node.name").equals(name)) {
        return i;
      }
    }
    throw new IllegalStateException(name);
  }

  /** Stops a node as its host would when it fails: what it has in memory is lost. */
  void stop(int number) throws IOException {
    runner.getNode(number).close();
  }

  void start(int number) {
    runner.startNode(number);
    runner.ensureGreen();
  }

  private void close() {
    try {
      runner.close();
      runner.clean();
    } catch (IOException | RuntimeException e) {
      System.err.println("The nodes did not stop: " + e);
    }
  }
}
