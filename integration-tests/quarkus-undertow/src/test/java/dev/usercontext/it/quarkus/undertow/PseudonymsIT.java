package dev.usercontext.it.quarkus.undertow;

import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.PseudonymIdentities;
import dev.usercontext.it.contract.PseudonymTests;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.SessionTests;
import dev.usercontext.it.contract.WatchedLog;
import dev.usercontext.it.quarkus.LogWatch;
import dev.usercontext.it.quarkus.PseudonymProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;

/** Callers whose names and emails stay in the application. */
@QuarkusTest
@TestProfile(PseudonymProfile.class)
class PseudonymsIT extends ServletContract implements PseudonymTests, SessionTests {

  @Override
  public WatchedLog watchLog() {
    return LogWatch.start();
  }

  @Override
  public List<String> entriesWithSession() {
    return List.of("servlet");
  }

  @Override
  protected List<Row> rows() {
    return PseudonymIdentities.rows();
  }

  @Override
  public List<Caller> callers() {
    return PseudonymIdentities.callers("books", "user");
  }
}
