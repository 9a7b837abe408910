package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.PseudonymIdentities;
import dev.usercontext.it.contract.PseudonymTests;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.SessionTests;
import dev.usercontext.it.contract.WatchedLog;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Users whose names and emails stay in the application. */
class PseudonymsIT extends WildFlyContract implements PseudonymTests, SessionTests {

  PseudonymsIT() {
    super("pseudonyms");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return PseudonymIdentities.war("groups");
  }

  @Override
  public WatchedLog watchLog() {
    return ServerLog.start();
  }

  @Override
  public List<String> entriesWithSession() {
    return List.of("servlet", "rest");
  }

  @Override
  protected List<Row> rows() {
    return PseudonymIdentities.rows();
  }

  @Override
  public List<Caller> callers() {
    return PseudonymIdentities.callers("user", "user");
  }
}
