package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.ExporterDownContract;
import dev.usercontext.it.contract.Upstream;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;

/** The backend of the spans is down. */
@QuarkusTest
@TestProfile(ExporterDownIT.Down.class)
@WithTestResource(Surroundings.class)
class ExporterDownIT extends ExporterDownContract {

  @TestHTTPResource URI root;

  @Override
  public URI application() {
    return root;
  }

  public static final class Down implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.otel.exporter.otlp.traces.endpoint", Upstream.shared().unreachableUrl());
    }
  }
}
