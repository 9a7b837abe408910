package dev.usercontext.it.contract;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no single row can show of an application with {@link PseudonymIdentities}. */
public interface PseudonymTests {

  URI application();

  List<Caller> callers();

  /** Begins to look at what the server logs. */
  WatchedLog watchLog();

  @Test
  default void nothingThatLeavesNamesAnybody() {
    try (WatchedLog log = watchLog()) {
      new PseudonymChecks(application()).nothingThatLeavesNamesAnybody(callers(), log::text);
    }
  }

  @Test
  default void aTrustedHeaderNamesWhoIsNotLoggedIn() {
    new PseudonymChecks(application()).aTrustedHeaderNamesWhoIsNotLoggedIn();
  }

  @Test
  default void aTrustedHeaderThatComesTwiceNamesNobody() {
    new PseudonymChecks(application()).aTrustedHeaderThatComesTwiceNamesNobody();
  }
}
