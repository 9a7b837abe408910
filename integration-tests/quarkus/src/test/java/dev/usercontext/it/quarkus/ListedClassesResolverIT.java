package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.Entry;
import dev.usercontext.it.contract.ExpectedUser;
import dev.usercontext.it.contract.Row;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Set;

/** The same with a resolver: nothing can show it the request, so it has the name, and no role. */
@QuarkusTest
@TestProfile(ListedClassesResolverIT.Resolving.class)
class ListedClassesResolverIT extends QuarkusContract {

  @Override
  protected List<Row> rows() {
    return List.of(
        Row.of("@WithSpan", Entry.JAX_RS, "rest/{zone}/do/with-span")
            .answers("hello")
            .spans("greet", "find-phrase"));
  }

  @Override
  public List<Caller> callers() {
    ExpectedUser alice = ExpectedUser.id("alice").email("alice@example.com").attr("plan", "free");
    return List.of(Caller.basic("alice").seenAs(alice));
  }

  public static final class Resolving extends ListedClassesIT.Listing {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(DirectoryResolver.class);
    }
  }
}
