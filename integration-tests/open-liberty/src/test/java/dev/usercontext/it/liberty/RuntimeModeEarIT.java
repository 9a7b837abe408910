package dev.usercontext.it.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.it.contract.AppClient;
import dev.usercontext.it.contract.ApplicationEar;
import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.ExpectedUser;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * With neither our processor (runtime mode) nor our filter (jar in the lib folder of an EAR), only
 * the interceptors attribute: the spans of {@code @UserAttributed @WithSpan} methods, and the
 * server span of a request that calls a {@code @UserAttributed} method for its caller.
 */
@Tag("runtime-mode")
class RuntimeModeEarIT extends LibertyContract {

  private final ServerLog log = ServerLog.of("runtime-mode");

  RuntimeModeEarIT() {
    super("runtime-mode-ear");
  }

  @Deployment(testable = false)
  static EnterpriseArchive deployment() {
    return ApplicationEar.named("ear")
        .withLibrary()
        .war(ApplicationWar.attributed("runtime-mode-ear").webXml(WebXml.basic()))
        .build();
  }

  @Override
  protected List<Row> rows() {
    return Stream.concat(
            UnawareRows.essential().stream().map(row -> row.serverSpan(any -> ExpectedUser.NOBODY)),
            AttributedRows.all().stream().filter(row -> row.name().contains("for the caller")))
        .map(row -> row.withUsersOnlyOn(RuntimeModeIT.USER_ATTRIBUTED_WITH_SPAN))
        .toList();
  }

  @Test
  void theServerLogSaysOnceThatTheProcessorIsMissing() {
    AppClient client = new AppClient(application());
    client.get("rest/open/do/attributed", Caller.ANONYMOUS);
    client.get("servlet/open/do/attributed", Caller.ANONYMOUS);

    assertThat(log.records("UC0004")).hasSize(1);
  }
}
