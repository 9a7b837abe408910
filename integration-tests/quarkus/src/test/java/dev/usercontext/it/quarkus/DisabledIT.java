package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.ExpectedUser;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.RuntimeFacts;
import dev.usercontext.it.contract.UnawareRows;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.Stream;

/** Switched off, nothing of the library shows. */
@QuarkusTest
@TestProfile(Disabled.class)
class DisabledIT extends QuarkusContract {

  @Override
  protected List<Row> rows() {
    return Stream.of(UnawareRows.essential(), AttributedRows.all())
        .flatMap(List::stream)
        .map(Row::withoutUsers)
        .toList();
  }

  @Override
  protected RuntimeFacts facts() {
    return QuarkusFacts.disabled(super.facts());
  }

  @Override
  protected List<Caller> callers() {
    return super.callers().stream().map(caller -> caller.seenAs(ExpectedUser.NOBODY)).toList();
  }
}
