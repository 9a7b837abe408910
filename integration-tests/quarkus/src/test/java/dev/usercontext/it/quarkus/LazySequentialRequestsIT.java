package dev.usercontext.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(LazyAuthentication.class)
class LazySequentialRequestsIT extends SequentialRequests {

  LazySequentialRequestsIT() {
    super("rest/{zone}/do/early-work", false);
  }
}
