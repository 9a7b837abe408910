package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.ExporterHangsContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;

/** The backend of the spans accepts them, and never answers. */
@QuarkusTest
@WithTestResource(Surroundings.class)
@WithTestResource(SilentBackend.class)
class ExporterHangsIT extends ExporterHangsContract {

  @TestHTTPResource URI root;

  @Override
  public URI application() {
    return root;
  }
}
