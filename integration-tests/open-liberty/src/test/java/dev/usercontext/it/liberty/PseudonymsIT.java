package dev.usercontext.it.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.it.contract.AppClient;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.LogFile;
import dev.usercontext.it.contract.PseudonymIdentities;
import dev.usercontext.it.contract.PseudonymTests;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.SessionTests;
import dev.usercontext.it.contract.WatchedLog;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Users whose names and emails stay in the application. */
class PseudonymsIT extends LibertyContract implements PseudonymTests, SessionTests {

  PseudonymsIT() {
    super("pseudonyms");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return PseudonymIdentities.war("realmName");
  }

  @Test
  void itsLogSaysThatItCannotEnumerateRoles() {
    new AppClient(application()).get("servlet/secured/do/tracer", callers().get(0));

    assertThat(LogFile.read(ServerLog.file("application-mode")))
        .contains("UC0408")
        .contains("usercontext.roles");
  }

  @Override
  public WatchedLog watchLog() {
    return ServerLog.of("application-mode");
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
    return PseudonymIdentities.callers("BasicRegistry");
  }
}
