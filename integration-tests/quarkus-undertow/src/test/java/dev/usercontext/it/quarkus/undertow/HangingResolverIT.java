package dev.usercontext.it.quarkus.undertow;

import dev.usercontext.it.contract.HangingResolverContract;
import dev.usercontext.it.quarkus.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;

/** The resolver takes its time. */
@QuarkusTest
@TestProfile(HangingResolverIT.Resolving.class)
@WithTestResource(Surroundings.class)
class HangingResolverIT extends HangingResolverContract {

  @TestHTTPResource URI root;

  @Override
  public URI application() {
    return root;
  }

  public static final class Resolving implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      // The other request needs a thread of its own.
      return Map.of("quarkus.arc.exclude-types", "nothing", "quarkus.thread-pool.max-threads", "4");
    }
  }
}
