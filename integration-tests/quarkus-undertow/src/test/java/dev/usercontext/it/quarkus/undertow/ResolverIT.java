package dev.usercontext.it.quarkus.undertow;

import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.ExpectedUser;
import dev.usercontext.it.contract.IdentityRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.RuntimeFacts;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.quarkus.QuarkusFacts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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
  protected RuntimeFacts facts() {
    return QuarkusFacts.resolving(super.facts())
        .differs(
            "resolver that fails",
            "it reads the servlet request to fail, which a resource does not have here",
            row -> row.withoutSpan("work").spans("work").serverSpan(UnaryOperator.identity()));
  }

  @Override
  public List<Caller> callers() {
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
