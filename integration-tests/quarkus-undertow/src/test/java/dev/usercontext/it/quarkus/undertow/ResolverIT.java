package dev.usercontext.it.quarkus.undertow;

import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.ExpectedUser;
import dev.usercontext.it.contract.IdentityRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Users of whom the application itself knows more than Quarkus. */
@QuarkusTest
@TestProfile(ResolverIT.Resolving.class)
class ResolverIT extends ServletContract {

  @Override
  protected List<Row> rows() {
    return Stream.of(
            UnawareRows.essential(), AttributedRows.essential(), IdentityRows.failingResolver())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  protected List<Caller> callers() {
    return List.of(described("alice"), described("bob"));
  }

  private static Caller described(String name) {
    return Caller.basic(name)
        .seenAs(ExpectedUser.id(name).email(name + "@example.com").attr("plan", "pro"));
  }

  public static final class Resolving implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.arc.exclude-types", "nothing");
    }
  }
}
