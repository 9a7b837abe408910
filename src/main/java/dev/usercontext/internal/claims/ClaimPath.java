package dev.usercontext.internal.claims;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a path such as {@code org/id} or {@code emails/0} leads to. A name may have slashes of
 * its own, as {@code https://example.com/plan} has: of all ways to read a path, the one with the
 * longest name first counts.
 */
final class ClaimPath {

  private ClaimPath() {}

  /**
   * Follows a path.
   *
   * @param claims what there is by name; null for what there is not
   */
  static @Nullable Object find(Function<String, @Nullable Object> claims, String path) {
    Object whole = claims.apply(path);
    if (whole != null) {
      return whole;
    }
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      Object outer = claims.apply(path.substring(0, slash));
      Object inner = outer == null ? null : find(members(outer), path.substring(slash + 1));
      if (inner != null) {
        return inner;
      }
    }
    return null;
  }

  private static Function<String, @Nullable Object> members(Object outer) {
    if (outer instanceof Map<?, ?> object) {
      return object::get;
    }
    if (outer instanceof List<?> array) {
      return index -> element(array, index);
    }
    return name -> null;
  }

  private static @Nullable Object element(List<?> array, String index) {
    // More digits would be no index of anything.
    boolean isIndex = index.length() < 7 && index.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!isIndex || index.isEmpty()) {
      return null;
    }
    int i = Integer.parseInt(index);
    return i < array.size() ? array.get(i) : null;
  }
}
