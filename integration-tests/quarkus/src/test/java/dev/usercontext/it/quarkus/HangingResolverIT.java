package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.HangingResolverContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Set;

/** The resolver takes its time; the one event loop that there is does not wait for it. */
@QuarkusTest
@TestProfile(HangingResolverIT.Resolving.class)
@WithTestResource(Surroundings.class)
class HangingResolverIT extends HangingResolverContract {

  @TestHTTPResource URI root;

  @Override
  public URI application() {
    return root;
  }

  @Override
  protected String entry() {
    return "rest";
  }

  public static final class Resolving extends FourThreads {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(DirectoryResolver.class);
    }
  }
}
