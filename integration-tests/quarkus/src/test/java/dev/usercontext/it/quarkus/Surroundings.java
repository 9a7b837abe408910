package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.TokenIssuer;
import dev.usercontext.test.OtlpReceiver;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * What the application is surrounded by: a backend for its spans and an issuer of tokens. Quarkus
 * loads this with the class loader of the tests, so that both sides see the same.
 */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

  private static final TokenIssuer ISSUER = new TokenIssuer();

  @Override
  public Map<String, String> start() {
    Map<String, String> configuration = new HashMap<>(ISSUER.configuration());
    configuration.putAll(OtlpReceiver.shared().quarkusConfiguration());
    return configuration;
  }

  @Override
  public void stop() {
    // Both end with the JVM.
  }

  public static TokenIssuer issuer() {
    return ISSUER;
  }

  public static Caller bearer(String name) {
    return ISSUER.caller(name);
  }
}
