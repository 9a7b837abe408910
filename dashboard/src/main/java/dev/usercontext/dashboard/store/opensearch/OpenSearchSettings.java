package dev.usercontext.dashboard.store.opensearch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the cluster is, and how spans are kept in it.
 *
 * @param hosts addresses of nodes, "https://search-1:9200"; the others take over for one that fails
 * @param username null for no authentication, or for a key
 * @param apiKey sent as {@code Authorization: ApiKey …}
 * @param trust PEM file with the certificates that are trusted; null for those of Java
 * @param index what the names of all indices begin with
 * @param shards of each day's index
 * @param replicas copies of each shard besides the first
 * @param activeCopies how many copies have to be there for spans to be taken, the first included
 * @param timeout for one answer
 * @param userAttributePrefix what the names of user attributes begin with
 */
public record OpenSearchSettings(
    List<String> hosts,
    @Nullable String username,
    @Nullable String password,
    @Nullable String apiKey,
    @Nullable Path trust,
    String index,
    int shards,
    int replicas,
    int activeCopies,
    Duration timeout,
    String userAttributePrefix) {

  public OpenSearchSettings {
    hosts = List.copyOf(hosts);
  }

  /** The defaults of the configuration. */
  public static OpenSearchSettings of(String... hosts) {
    return new OpenSearchSettings(
        List.of(hosts),
        null,
        null,
        null,
        null,
        "user-context-spans",
        1,
        1,
        1,
        Duration.ofSeconds(30),
        "user_attrs.");
  }

  /** The same, with another user. */
  public OpenSearchSettings withUser(String name, String secret) {
    return new OpenSearchSettings(
        hosts,
        name,
        secret,
        apiKey,
        trust,
        index,
        shards,
        replicas,
        activeCopies,
        timeout,
        userAttributePrefix);
  }

  /** The same, in other indices. */
  public OpenSearchSettings withIndex(String name, int copies) {
    return new OpenSearchSettings(
        hosts,
        username,
        password,
        apiKey,
        trust,
        name,
        shards,
        copies,
        activeCopies,
        timeout,
        userAttributePrefix);
  }

  /** Without its secrets. */
  @Override
  public String toString() {
    return String.join(", ", hosts);
  }
}
