package dev.usercontext.dashboard.pages;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One entry of a list to choose from. */
public record Option(String name, String title, boolean selected) {
  /** Those names, and the one that is selected: what a form does not offer, it would take away. */
  static List<Option> of(@Nullable String selected, List<String> names) {
    return Stream.concat(names.stream(), Stream.ofNullable(selected))
        .distinct()
        .map(name -> new Option(name, name, name.equals(selected)))
        .toList();
  }
}
