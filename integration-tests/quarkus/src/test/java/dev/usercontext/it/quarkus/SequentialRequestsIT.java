package dev.usercontext.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SequentialRequestsIT extends SequentialRequests {

  SequentialRequestsIT() {
    super("rest/{zone}/do/early-work", false);
  }
}
