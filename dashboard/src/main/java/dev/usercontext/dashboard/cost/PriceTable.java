package dev.usercontext.dashboard.cost;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What tokens cost, by model and day. Immutable but for a cache of names, for all threads. */
public final class PriceTable {
  private static final int MOST_CACHED_NAMES = 10_000;

  private final String date;
  private final List<Price> prices;
  private final Map<String, List<Price>> byName = new ConcurrentHashMap<>();

  PriceTable(String date, List<Price> prices) {
    this.date = date;
    this.prices = List.copyOf(prices);
  }

  /** The day that the table says it was made, as it says it. */
  public String date() {
    return date;
  }

  /** How many lines it has. */
  public int size() {
    return prices.size();
  }

  /**
   * The cost of one call in nano-USD, rounded half up.
   *
   * @param model the model's name, as a span has it
   * @param at when the call was made: the price of that day counts
   * @return null, unknown, where the table has no price for that model on that day, or where
   *     neither input nor output is known
   */
  public @Nullable Long cost(String model, Instant at, Usage usage) {
    Price price = usage.isUnknown() ? null : price(model, at);
    return price == null ? null : price.cost(usage);
  }

  private @Nullable Price price(String model, Instant at) {
    List<Price> rows = rows(model);
    if (rows.isEmpty()) {
      return null;
    }
    LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
    for (Price price : rows) {
      if (!price.validFrom().isAfter(day)) {
        return price;
      }
    }
    return null;
  }

  /** The rows of the most exact pattern, newest first. */
  private List<Price> rows(String model) {
    List<Price> known = byName.get(model);
    if (known != null) {
      return known;
    }
    List<Price> found = find(model);
    // Names come from spans: anybody may send any number of them.
    if (byName.size() < MOST_CACHED_NAMES && model.length() <= 200) {
      byName.put(model, found);
    }
    return found;
  }

  private List<Price> find(String model) {
    for (String name : ModelName.candidates(model)) {
      String best =
          prices.stream()
              .map(Price::model)
              .filter(pattern -> ModelName.matches(pattern, name))
              .max(
                  Comparator.<String>comparingInt(pattern -> pattern.contains("*") ? 0 : 1)
                      .thenComparingInt(String::length))
              .orElse(null);
      if (best != null) {
        return prices.stream()
            .filter(price -> price.model().equals(best))
            .sorted(Comparator.comparing(Price::validFrom).reversed())
            .toList();
      }
    }
    return List.of();
  }
}
