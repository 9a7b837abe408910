package dev.usercontext.it.quarkus.undertow;

import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.RuntimeFacts;
import dev.usercontext.it.quarkus.LazyAuthentication;
import dev.usercontext.it.quarkus.LazyRows;
import dev.usercontext.it.quarkus.QuarkusFacts;
import dev.usercontext.it.quarkus.Surroundings;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;

/** Nobody is authenticated before somebody asks who it is. */
@QuarkusTest
@TestProfile(LazyAuthentication.class)
class LazyAuthenticationIT extends ServletContract {

  @Override
  protected List<Row> rows() {
    return LazyRows.all();
  }

  @Override
  protected RuntimeFacts facts() {
    return QuarkusFacts.lazily(super.facts());
  }

  @Override
  public List<Caller> callers() {
    return List.of(Caller.basic("alice"), Surroundings.bearer("carol"));
  }
}
