package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.ConfidentialContract;
import dev.usercontext.it.contract.ConfidentialWar;
import dev.usercontext.it.contract.LogFile;
import dev.usercontext.it.contract.LoggedLine;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** All that can leave, and pseudonyms. */
@ArquillianTest
class ConfidentialIT extends ConfidentialContract {

  /** In JSON, as server.xml has it: only there are the extensions of a record to be seen. */
  private static final Path LOG = ServerLog.file("application-mode");

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ConfidentialWar.build();
  }

  @Override
  public URI application() {
    return OpenLiberty.application("confidential");
  }

  @Override
  protected List<String> entries() {
    return List.of("rest", "servlet");
  }

  /** It exports what is logged on threads of which it knows whose application they work for. */
  @Override
  protected List<String> unexported() {
    return List.of("bare", "wrapped");
  }

  /** Its executor brings the caller only, who is not believed once there was a scope. */
  @Override
  protected List<String> unknown() {
    return List.of("task", "answered");
  }

  @Override
  protected Optional<LoggedLine> line(String text) {
    return LogFile.line(LOG, text)
        .map(line -> new LoggedLine(extension(line, "user_id"), extension(line, "user_email")));
  }

  private static String extension(String line, String name) {
    Matcher found = Pattern.compile("\"ext_" + name + "\":\"(.*?)\"").matcher(line);
    return found.find() ? found.group(1) : "";
  }

  /** That a password was wrong, and that somebody lacks a role. */
  @Override
  protected List<String> serversOwn() {
    return List.of("CWWKS1100A", "CWWKS9104A");
  }

  @Override
  protected String serverLog() {
    return LogFile.read(LOG);
  }
}
