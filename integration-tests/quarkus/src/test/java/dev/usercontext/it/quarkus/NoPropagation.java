package dev.usercontext.it.quarkus;

import java.util.HashMap;
import java.util.Map;

/** Managed threads are given nothing by this library. */
public final class NoPropagation extends FourThreads {

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> configuration = new HashMap<>(super.getConfigOverrides());
    configuration.put("usercontext.propagation", "none");
    return configuration;
  }
}
