package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.PseudonymChecks;
import dev.usercontext.it.contract.PseudonymIdentities;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Users whose names and emails stay in the application. */
class PseudonymsIT extends LibertyContract {

  PseudonymsIT() {
    super("pseudonyms");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.unaware("pseudonyms")
        .parts("identity", "ejb", "runas")
        .webXml(WebXml.basic())
        .configure(PseudonymIdentities.configuration("realmName"))
        .withLibrary()
        .build();
  }

  @Test
  void nothingThatLeavesNamesAnybody() {
    ServerLog log = ServerLog.of("application-mode");
    new PseudonymChecks(application()).nothingThatLeavesNamesAnybody(callers(), log::text);
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
    return PseudonymIdentities.callers("BasicRegistry");
  }
}
