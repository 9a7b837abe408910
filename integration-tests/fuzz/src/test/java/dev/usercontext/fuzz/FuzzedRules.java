package dev.usercontext.fuzz;

import dev.usercontext.internal.config.InvalidConfigException;
import dev.usercontext.internal.config.UserContextConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A configuration of what is taken of a caller, and of how much of it may leave. There are a few
 * hundred of them, since it takes longer to read one than to use it.
 *
 * @param keys what is configured
 * @param config null where that is refused
 */
record FuzzedRules(Map<String, String> keys, UserContextConfig config) {

  /** So many of claims, and so many of headers. */
  static final int NUMBER = 255;

  private static final List<String> CLAIMS =
      List.of(
          "sub",
          "email",
          "org/id",
          "org/units/1",
          "org/units",
          "units/0",
          "0",
          "https://example.com/plan",
          "act/sub",
          "__proto__",
          "__proto__/id",
          "id/",
          "//",
          "principal");

  private static final Map<Integer, FuzzedRules> OF_CLAIMS = new HashMap<>();
  private static final Map<Integer, FuzzedRules> OF_HEADERS = new HashMap<>();

  /** The one with this number that takes claims. */
  static FuzzedRules ofClaims(int number) {
    return OF_CLAIMS.computeIfAbsent(
        number,
        seed -> {
          Random random = new Random(seed);
          Map<String, String> keys = keys(random, CLAIMS);
          keys.put("usercontext.roles", random.nextBoolean() ? "*" : "");
          keys.put("usercontext.session", String.valueOf(random.nextBoolean()));
          return load(keys);
        });
  }

  /** The one with this number that takes headers. */
  static FuzzedRules ofHeaders(int number, List<String> headers) {
    return OF_HEADERS.computeIfAbsent(
        number,
        seed -> {
          Random random = new Random(seed);
          List<String> places = new ArrayList<>(List.of("principal"));
          headers.forEach(header -> places.add("header:" + header));
          Map<String, String> keys = keys(random, places);
          int trusted = random.nextInt(headers.size() + 1);
          keys.put("usercontext.trusted-headers", String.join(",", headers.subList(0, trusted)));
          return load(keys);
        });
  }

  private static FuzzedRules load(Map<String, String> keys) {
    keys.forEach(System::setProperty);
    try {
      return new FuzzedRules(keys, UserContextConfig.load());
    } catch (InvalidConfigException refused) {
      return new FuzzedRules(keys, null);
    } finally {
      keys.keySet().forEach(System::clearProperty);
    }
  }

  private static Map<String, String> keys(Random random, List<String> places) {
    Map<String, String> keys = new TreeMap<>();
    if (random.nextInt(4) > 0) {
      keys.put("usercontext.claims.user-id", sources(random, places, ","));
    }
    keys.put("usercontext.claims.email", sources(random, places, ","));
    keys.put(
        "usercontext.claims.attrs",
        "one=" + sources(random, places, "|") + ",two=" + place(random, places));
    if (random.nextBoolean()) {
      keys.put("usercontext.limits.attrs", "1");
      keys.put("usercontext.limits.value-length", "5");
      keys.put("usercontext.limits.total-length", "12");
    }
    return keys;
  }

  private static String sources(Random random, List<String> places, String delimiter) {
    List<String> sources = new ArrayList<>();
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      sources.add(place(random, places));
    }
    return String.join(delimiter, sources);
  }

  private static String place(Random random, List<String> places) {
    return places.get(random.nextInt(places.size()));
  }
}
