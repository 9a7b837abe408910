package dev.usercontext.it.contract;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The rows of an application whose library is switched off: nothing of it shows. */
public final class DisabledRows {

  /** The key that switches it off, with {@code false}. */
  public static final String KEY = "usercontext.enabled";

  private DisabledRows() {}

  public static List<Row> all() {
    return Stream.of(UnawareRows.essential(), AttributedRows.all())
        .flatMap(List::stream)
        .map(Row::withoutUsers)
        .toList();
  }

  /** What changes besides. */
  public static RuntimeFacts facts(RuntimeFacts here) {
    String refused = "switched off, the library refuses nobody";
    String known = "switched off, nothing looks who the caller is";
    UnaryOperator<Row> readByNobody = row -> row.answers("nobody > ada > nobody");
    return here.differs("@UserAttributed that requires a user", refused, Row::alikeForNobody)
        .differs("@UserAttributed that requires a user, in a servlet", refused, Row::alikeForNobody)
        .differs("injected user", known, readByNobody)
        .differs("injected user, in a servlet", known, readByNobody);
  }

  /** Whom nobody sees. */
  public static List<Caller> callers(List<Caller> callers) {
    return callers.stream().map(caller -> caller.seenAs(ExpectedUser.NOBODY)).toList();
  }
}
