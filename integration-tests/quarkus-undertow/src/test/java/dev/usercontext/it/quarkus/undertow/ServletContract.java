package dev.usercontext.it.quarkus.undertow;

import dev.usercontext.it.contract.RuntimeFacts;
import dev.usercontext.it.quarkus.QuarkusContract;
import dev.usercontext.it.quarkus.QuarkusFacts;
import dev.usercontext.it.quarkus.Surroundings;
import io.quarkus.test.common.WithTestResource;

/** The contract for the application with servlets. */
// Said again: Quarkus overlooks the annotation of a class that is in another jar.
@WithTestResource(Surroundings.class)
abstract class ServletContract extends QuarkusContract {

  @Override
  protected RuntimeFacts facts() {
    return QuarkusFacts.servlets();
  }
}
