package dev.usercontext.dashboard.query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an address, each at most once; immutable. Every link of the pages is made from
 * the parameters of the page that it stands on.
 */
public final class Params {
  /** One order for all: the same filters are the same address. */
  private static final Comparator<String> ORDER =
      Comparator.comparingInt(Params::rank).thenComparing(Comparator.naturalOrder());

  /**
   * What names something that is stored as it came, whose spaces count: of two users who look like
   * one, an erasure must not reach the other.
   */
  private static final Set<String> EXACT =
      Set.of("id", "user", "env", "service", "name", "edge_from", "edge_to", "prefix");

  private final Map<String, String> values;

  private Params(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Blank parameters are not there: a form sends all of its fields. Spaces at the ends of what
   * people type go; those of a stored name stay.
   */
  public static Params of(Map<String, ? extends List<String>> query) {
    Map<String, String> values = new TreeMap<>(ORDER);
    query.forEach(
        (name, all) -> {
          if (!all.isEmpty() && !all.get(0).isBlank()) {
            String value = all.get(0);
            values.put(name, EXACT.contains(name) ? value : value.strip());
          }
        });
    return new Params(values);
  }

  /** No parameters. */
  public static Params none() {
    return new Params(Map.of());
  }

  public @Nullable String get(String name) {
    return values.get(name);
  }

  public String get(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** In the order that addresses have. */
  public Map<String, String> all() {
    return values;
  }

  /** The same with that value; null takes it away. A page of a list does not outlive a change. */
  public Params with(String name, @Nullable String value) {
    Map<String, String> changed = new TreeMap<>(ORDER);
    changed.putAll(values);
    changed.remove("offset");
    changed.remove("after");
    if (value == null || value.isBlank()) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new Params(changed);
  }

  public Params without(String name) {
    return with(name, null);
  }

  /** Only those; for links from one view to another. */
  public Params only(List<String> names) {
    Map<String, String> kept = new TreeMap<>(ORDER);
    names.forEach(
        name -> {
          String value = values.get(name);
          if (value != null) {
            kept.put(name, value);
          }
        });
    return new Params(kept);
  }

  /** That path with these parameters. */
  public String link(String path) {
    return values.isEmpty() ? path : path + "?" + this;
  }

  /** As in an address, without the question mark. */
  @Override
  public String toString() {
    StringBuilder query = new StringBuilder();
    values.forEach(
        (name, value) -> {
          if (query.length() > 0) {
            query.append('&');
          }
          query.append(encode(name)).append('=').append(encode(value));
        });
    return query.toString();
  }

  private static int rank(String name) {
    int at = Filters.ALL.indexOf(name);
    return at < 0 ? Filters.ALL.size() : at;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
