package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.HangingResolverContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;

/** The same for a resource on the event loop, which the other request needs, too. */
@QuarkusTest
@TestProfile(HangingResolverIT.Resolving.class)
@WithTestResource(Surroundings.class)
class HangingResolverOnEventLoopIT extends HangingResolverContract {

  @TestHTTPResource URI root;

  @Override
  public URI application() {
    return root;
  }

  @Override
  protected String entry() {
    return "rest";
  }

  @Override
  protected String waitingEntry() {
    return "rest/quick";
  }
}
