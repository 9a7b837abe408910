package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.AsyncRows;
import dev.usercontext.it.contract.Row;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Quarkus carries the OpenTelemetry Context to managed threads, whatever this library does. */
@QuarkusTest
@TestProfile(PropagationUserIT.Profile.class)
class PropagationUserIT extends QuarkusContract {

  @Override
  protected List<Row> rows() {
    return AsyncRows.essential();
  }

  @Override
  protected int atOnce() {
    return FourThreads.REQUESTS;
  }

  public static final class Profile extends FourThreads {

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> configuration = new HashMap<>(super.getConfigOverrides());
      configuration.put("usercontext.propagation", "user");
      return configuration;
    }
  }
}
