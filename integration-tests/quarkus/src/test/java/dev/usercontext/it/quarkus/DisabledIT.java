package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.ExpectedUser;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.RuntimeFacts;
import dev.usercontext.it.contract.UnawareRows;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Switched off, nothing of the library shows. */
@QuarkusTest
@TestProfile(DisabledIT.Disabled.class)
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
    return super.facts()
        .differs(
            "@UserAttributed that requires a user",
            "switched off, the library refuses nobody",
            Row::alikeForNobody)
        .differs(
            "injected user",
            "switched off, nothing looks who the caller is",
            row -> row.answers("nobody > ada > nobody"));
  }

  @Override
  protected List<Caller> callers() {
    return super.callers().stream().map(caller -> caller.seenAs(ExpectedUser.NOBODY)).toList();
  }

  public static final class Disabled implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("usercontext.enabled", "false");
    }
  }
}
