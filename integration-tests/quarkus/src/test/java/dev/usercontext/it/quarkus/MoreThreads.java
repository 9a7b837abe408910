package dev.usercontext.it.quarkus;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A request waits on its thread for what it starts on another one. */
public final class MoreThreads implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("quarkus.thread-pool.max-threads", "30");
  }
}
