package dev.usercontext.it.quarkus;

import java.util.HashMap;
import java.util.Map;

/** Managed threads are given the user by this library, but not the trace. */
public final class UserPropagation extends FourThreads {

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> configuration = new HashMap<>(super.getConfigOverrides());
    configuration.put("usercontext.propagation", "user");
    return configuration;
  }
}
