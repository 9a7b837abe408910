package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.StormContract;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** Threads to come from one user to the next, unlike elsewhere in these tests: more than one. */
public final class Stormy implements QuarkusTestProfile {

  /** Less than there are threads. */
  public static final int REQUESTS_THAT_WAIT = 12;

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> configuration = new HashMap<>();
    StormContract.configuration()
        .forEach((key, value) -> configuration.put("quarkus." + key, value));
    configuration.put("quarkus.vertx.event-loops-pool-size", "4");
    configuration.put("quarkus.thread-pool.max-threads", "16");
    return configuration;
  }
}
