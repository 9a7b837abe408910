package dev.usercontext.it.quarkus;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Nobody is authenticated before somebody asks who it is. */
public final class LazyAuthentication implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("quarkus.http.auth.proactive", "false");
  }
}
