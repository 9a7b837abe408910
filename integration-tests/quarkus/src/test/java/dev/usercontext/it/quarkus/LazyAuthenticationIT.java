package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.RuntimeFacts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;

/** Nobody is authenticated before somebody asks who it is. */
@QuarkusTest
@TestProfile(LazyAuthentication.class)
class LazyAuthenticationIT extends QuarkusContract {

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
