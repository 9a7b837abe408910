package dev.usercontext.it.quarkus;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Nothing on the console but what is shown. */
public final class QuietProfile implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("quarkus.banner.enabled", "false", "quarkus.log.level", "WARN");
  }
}
