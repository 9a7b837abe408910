package dev.usercontext.it.quarkus;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A request waits here for a task that needs a thread of the same pool. */
public class FourThreads implements QuarkusTestProfile {

  /** Of the threads that there are, as many wait at most. */
  public static final int REQUESTS = 3;

  @Override
  public Map<String, String> getConfigOverrides() {
    // As many from the start: a thread that ends could not be met again.
    return Map.of("quarkus.thread-pool.core-threads", "4", "quarkus.thread-pool.max-threads", "4");
  }
}
