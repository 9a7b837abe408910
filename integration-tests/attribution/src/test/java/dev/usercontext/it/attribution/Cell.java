package dev.usercontext.it.attribution;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a runtime has made of a row. */
final class Cell {

  private final Set<String> attributed = new TreeSet<>();
  private final Set<String> unattributed = new TreeSet<>();
  private final Set<String> elsewhere = new TreeSet<>();
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

  void span(String name, boolean hasUser, boolean inTrace) {
    (hasUser ? attributed : unattributed).add(name);
    if (!inTrace) {
      elsewhere.add(name);
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
    return users() + (elsewhere.isEmpty() ? "" : "; new trace: " + names(elsewhere));
  }

  /** Which spans have their user. */
  String users() {
    if (unattributed.isEmpty()) {
      return "all";
    }
    return attributed.isEmpty() ? "nobody" : "not " + names(unattributed);
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
