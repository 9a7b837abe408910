package dev.usercontext.it.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.it.contract.AppClient;
import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.AttributedRows;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.IdentityRows;
import dev.usercontext.it.contract.Row;
import dev.usercontext.it.contract.UnawareRows;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The server has one OpenTelemetry SDK for all applications, and does not load our processor into
 * it. The filter and the interceptors do what they can: the server span has its user, and so have
 * the spans of {@code @UserAttributed @WithSpan} methods.
 */
@Tag("runtime-mode")
class RuntimeModeIT extends LibertyContract {

  static final String[] USER_ATTRIBUTED_WITH_SPAN = {"ship", "review", "refund"};

  private final ServerLog log = ServerLog.of("runtime-mode");

  RuntimeModeIT() {
    super("runtime-mode");
  }

  @Deployment(testable = false)
  static WebArchive deployment() {
    return ApplicationWar.attributed("runtime-mode")
        .parts("login")
        .webXml(WebXml.basic())
        .withLibrary()
        .build();
  }

  @Override
  protected List<Row> rows() {
    return Stream.of(
            UnawareRows.essential(), AttributedRows.all(), IdentityRows.programmaticLogin())
        .flatMap(List::stream)
        .map(row -> row.withUsersOnlyOn(USER_ATTRIBUTED_WITH_SPAN))
        .toList();
  }

  @Test
  void theServerLogSaysOnceWhatIsMissingAndWhatToChange() {
    AppClient client = new AppClient(application());
    client.get("servlet/open/do/tracer", Caller.ANONYMOUS);
    client.get("rest/secured/do/tracer", Caller.basic("alice"));

    assertThat(log.records("UC0004"))
        .singleElement()
        .asString()
        .contains("without the span processor of User Context")
        .contains("otel.sdk.disabled=false in META-INF/microprofile-config.properties");
  }
}
