package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.ConfidentialContract;
import dev.usercontext.it.contract.ConfidentialWar;
import dev.usercontext.it.contract.LogFile;
import dev.usercontext.it.contract.LoggedLine;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;

/**
 * All that can leave, and pseudonyms. WildFly gives its log to the first application with telemetry
 * since its start, also when that is gone, and to no other: this one has to be it.
 */
@ArquillianTest
@Tag("first-application")
class ConfidentialIT extends ConfidentialContract {

  private static final Path LOG =
      Path.of(System.getProperty("wildfly.home"), "standalone", "log", "server.log");

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ConfidentialWar.build();
  }

  @Override
  public URI application() {
    return WildFly.application("confidential");
  }

  @Override
  protected List<String> entries() {
    return List.of("rest", "servlet");
  }

  @Override
  protected Optional<LoggedLine> line(String text) {
    return LogFile.inPattern(LOG, text);
  }

  @Override
  protected String serverLog() {
    return LogFile.read(LOG);
  }
}
