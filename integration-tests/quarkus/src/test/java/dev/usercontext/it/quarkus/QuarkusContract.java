package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.RuntimeFacts;
import dev.usercontext.it.contract.UserContextContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;

/** The contract for the application of this module, with one configuration. */
@WithTestResource(Surroundings.class)
public abstract class QuarkusContract extends UserContextContract {

  @TestHTTPResource URI root;

  @Override
  public URI application() {
    return root;
  }

  @Override
  protected RuntimeFacts facts() {
    return QuarkusFacts.rest();
  }
}
