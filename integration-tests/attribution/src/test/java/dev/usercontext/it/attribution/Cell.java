package dev.usercontext.it.attribution;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a runtime has made of a row. */
final class Cell {

  private final Set<String> attributed = new TreeSet<>();
  private final Set<String> unattributed = new TreeSet<>();
  private final Set<String> elsewhere = new TreeSet<>();
  private final Set<String> byChance = new TreeSet<>();
  private final String reason;
  private final boolean absent;

  /**
   * @param reason why it is not as elsewhere; empty if it is
   * @param absent whether the runtime has nothing of the kind
   */
  Cell(String reason, boolean absent) {
    this.reason = reason;
    this.absent = absent;
  }

  /**
   * @param trace "same" as the one of its request, "other", or "either" where chance decides
   */
  void span(String name, boolean hasUser, String trace) {
    (hasUser ? attributed : unattributed).add(name);
    switch (trace) {
      case "same" -> {}
      case "other" -> elsewhere.add(name);
      case "either" -> byChance.add(name);
      default -> throw new IllegalArgumentException(trace);
    }
  }

  boolean isAbsent() {
    return absent;
  }

  boolean hasAll() {
    return !absent && unattributed.isEmpty() && !attributed.isEmpty();
  }

  /** That not even one user's span has been seen. */
  boolean hasNoSpan() {
    return attributed.isEmpty() && unattributed.isEmpty();
  }

  String reason() {
    return reason;
  }

  @Override
  public String toString() {
    if (absent) {
      return "–";
    }
    if (hasNoSpan()) {
      return "no span";
    }
    return users() + list("; new trace: ", elsewhere) + list("; either trace: ", byChance);
  }

  /** Which spans have their user. */
  String users() {
    if (unattributed.isEmpty()) {
      return "all";
    }
    return attributed.isEmpty() ? "nobody" : "not " + names(unattributed);
  }

  private static String list(String title, Set<String> names) {
    return names.isEmpty() ? "" : title + names(names);
  }

  private static String names(Set<String> names) {
    return names.stream()
        .map(name -> name.startsWith("(") ? name.substring(1, name.length() - 1) : code(name))
        .collect(Collectors.joining(", "));
  }

  private static String code(String name) {
    return '`' + name + '`';
  }
}
