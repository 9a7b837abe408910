package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.PseudonymChecks;
import dev.usercontext.it.contract.PseudonymIdentities;
import dev.usercontext.it.contract.Row;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Callers whose names and emails stay in the application. */
@QuarkusTest
@TestProfile(PseudonymProfile.class)
class PseudonymsIT extends QuarkusContract {

  @Test
  void nothingThatLeavesNamesAnybody() {
    try (LogWatch log = LogWatch.start()) {
      new PseudonymChecks(application()).nothingThatLeavesNamesAnybody(callers(), log::text);
    }
  }

  @Test
  void aTrustedHeaderNamesWhoIsNotLoggedIn() {
    new PseudonymChecks(application()).aTrustedHeaderNamesWhoIsNotLoggedIn();
  }

  @Test
  void aTrustedHeaderThatComesTwiceNamesNobody() {
    new PseudonymChecks(application()).aTrustedHeaderThatComesTwiceNamesNobody();
  }

  @Override
  protected List<Row> rows() {
    return PseudonymIdentities.rows();
  }

  @Override
  protected List<Caller> callers() {
    return PseudonymIdentities.callers("books");
  }
}
