package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.PseudonymIdentities;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Has pseudonyms, and an attribute of Quarkus's SecurityIdentity. */
public final class PseudonymProfile implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return PseudonymIdentities.configuration("department");
  }
}
