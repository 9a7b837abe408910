package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.DisabledRows;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The library is there, but switched off. */
public final class Disabled implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(DisabledRows.KEY, "false");
  }
}
