package dev.usercontext.it.quarkus.undertow;

import dev.usercontext.it.quarkus.LazyAuthentication;
import dev.usercontext.it.quarkus.SequentialRequests;
import dev.usercontext.it.quarkus.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(LazyAuthentication.class)
@WithTestResource(Surroundings.class)
class LazySequentialRequestsIT extends SequentialRequests {

  LazySequentialRequestsIT() {
    super("servlet/{zone}/do/early-work", true);
  }
}
