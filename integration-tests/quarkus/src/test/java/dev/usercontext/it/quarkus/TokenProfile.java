package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.TokenIdentities;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Takes more of a token than the name. */
public final class TokenProfile implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return TokenIdentities.configuration();
  }
}
