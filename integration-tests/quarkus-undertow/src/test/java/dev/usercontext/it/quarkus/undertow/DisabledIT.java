package dev.usercontext.it.quarkus.undertow;

import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.DisabledRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.RuntimeFacts;
import dev.usercontext.it.quarkus.Disabled;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;

/** Switched off, nothing of the library shows. */
@QuarkusTest
@TestProfile(Disabled.class)
class DisabledIT extends ServletContract {

  @Override
  protected List<Row> rows() {
    return DisabledRows.all();
  }

  @Override
  protected RuntimeFacts facts() {
    return DisabledRows.facts(super.facts());
  }

  @Override
  public List<Caller> callers() {
    return DisabledRows.callers(super.callers());
  }
}
