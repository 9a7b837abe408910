package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds spans that are in another index than they would go to now. Which one it is depends on the
 * day on which they come, and the cluster knows an id only within an index: a span of a wrong clock
 * that is sent again days later would count twice.
 */
final class Elsewhere {
  private final Search search;
  private final IndexNames names;

  Elsewhere(Search search, IndexNames names) {
    this.search = search;
    this.names = names;
  }

  /**
   * The ids of those that are stored elsewhere.
   *
   * @param indices where they would go to now, by their ids
   */
  Set<String> of(Map<String, String> indices) {
    List<String> ofDays = new ArrayList<>();
    List<String> others = new ArrayList<>();
    indices.forEach((id, index) -> (index.equals(names.other()) ? others : ofDays).add(id));
    Set<String> found = new HashSet<>();
    add(found, names.other(), ofDays);
    add(found, names.all(), others);
    return found;
  }

  private void add(Set<String> found, String where, Collection<String> ids) {
    for (JsonNode hit : search.byId(where, ids, false)) {
      found.add(hit.path("_id").asText());
    }
  }
}
