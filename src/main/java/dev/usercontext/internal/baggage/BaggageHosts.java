package dev.usercontext.internal.baggage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that may know who the user is.
 *
 * @param names in lower case: a name or an address, {@code .example.com} for every host below
 *     example.com but not that one itself, or {@code *} for all
 */
public record BaggageHosts(List<String> names) {

  public static final BaggageHosts NONE = new BaggageHosts(List.of());

  private static final String ALL = "*";

  /** A name, an address of IPv4, or one of IPv6 in brackets, as in a URI; no port. */
  private static final Pattern NAME =
      Pattern.compile("(\\*\\.)?[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?|\\[[0-9a-f:.]+]|\\*");

  public BaggageHosts {
    names = List.copyOf(names);
  }

  /** From a list with commas; empty where one of them cannot be a host. */
  public static Optional<BaggageHosts> parse(String text) {
    if (text.isBlank()) {
      return Optional.of(NONE);
    }
    List<String> names = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String name = part.strip().toLowerCase(Locale.ROOT);
      if (!NAME.matcher(name).matches()) {
        return Optional.empty();
      }
      names.add(name.startsWith("*.") ? name.substring(1) : name);
    }
    return Optional.of(new BaggageHosts(names));
  }

  /**
   * Whether the host of a call is one of them.
   *
   * @param host null where nothing says which one is called, so that it could be any
   */
  boolean allow(@Nullable String host) {
    if (names.contains(ALL)) {
      return true;
    }
    if (host == null) {
      return false;
    }
    String called = host.toLowerCase(Locale.ROOT);
    return names.stream().anyMatch(name -> matches(name, called));
  }

  private static boolean matches(String name, String called) {
    return name.startsWith(".") ? called.endsWith(name) : called.equals(name);
  }
}
