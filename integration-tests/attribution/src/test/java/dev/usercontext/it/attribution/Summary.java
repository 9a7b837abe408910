package dev.usercontext.it.attribution;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** What a runtime has made of several rows, in a few words. */
final class Summary {

  private static final String SERVLET_TOO = ", in a servlet";

  private final Set<String> complete = new LinkedHashSet<>();
  private final Set<String> incomplete = new LinkedHashSet<>();
  private final Set<String> silent = new LinkedHashSet<>();
  private final Set<String> users = new TreeSet<>();
  private boolean absent;

  void add(String row, Cell cell) {
    if (cell == null) {
      return;
    }
    String name = row.replace(SERVLET_TOO, "").replace(" in a servlet", "");
    if (cell.isAbsent()) {
      absent = true;
    } else if (cell.hasNoSpan()) {
      silent.add(name);
    } else {
      (cell.hasAll() ? complete : incomplete).add(name);
      users.add(cell.users());
    }
  }

  /** How many are missing, where {@link #toString} names them. */
  String brief() {
    if (incomplete.isEmpty()) {
      return toString();
    }
    if (complete.isEmpty()) {
      return users.equals(Set.of("nobody")) ? "nobody" : "not all";
    }
    return "all but " + incomplete.size();
  }

  @Override
  public String toString() {
    if (incomplete.isEmpty()) {
      if (!complete.isEmpty()) {
        return "all";
      }
      return silent.isEmpty() ? absent ? "there is none" : "" : "no span";
    }
    if (complete.isEmpty()) {
      return users.size() == 1 ? users.iterator().next() : "not all";
    }
    return "all but: " + String.join("; ", incomplete);
  }
}
