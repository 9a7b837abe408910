package dev.usercontext.it.quarkus.undertow;

import dev.usercontext.it.quarkus.SequentialRequests;
import dev.usercontext.it.quarkus.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(Surroundings.class)
class SequentialRequestsIT extends SequentialRequests {

  SequentialRequestsIT() {
    super("servlet/{zone}/do/early-work", true);
  }
}
