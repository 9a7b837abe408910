package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.ConfidentialContract;
import dev.usercontext.it.contract.LogFile;
import dev.usercontext.it.contract.LoggedLine;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All that can leave, and pseudonyms. */
@QuarkusTest
@TestProfile(ConfidentialIT.Confidential.class)
@WithTestResource(Surroundings.class)
class ConfidentialIT extends ConfidentialContract {

  private static final Path LOG = Path.of("target", "confidential.log").toAbsolutePath();

  @TestHTTPResource URI root;

  @Override
  public URI application() {
    return root;
  }

  @Override
  protected List<String> entries() {
    return List.of("rest");
  }

  @Override
  protected Optional<LoggedLine> line(String text) {
    return LogFile.inPattern(LOG, text);
  }

  @Override
  protected String serverLog() {
    return LogFile.read(LOG);
  }

  public static final class Confidential implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> configuration = new TreeMap<>(ConfidentialContract.configuration());
      // A task of the request needs a second one.
      configuration.put("quarkus.thread-pool.max-threads", "4");
      configuration.put("quarkus.otel.logs.enabled", "true");
      configuration.put("quarkus.otel.blrp.schedule.delay", "50ms");
      configuration.put("quarkus.log.file.enabled", "true");
      configuration.put("quarkus.log.file.path", LOG.toString());
      configuration.put("quarkus.log.file.format", LogFile.QUARKUS_FORMAT);
      return configuration;
    }
  }
}
