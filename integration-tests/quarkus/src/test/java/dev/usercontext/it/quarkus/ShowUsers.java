package dev.usercontext.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.it.contract.AppClient;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.Sentinel;
import dev.usercontext.it.contract.Upstream;
import dev.usercontext.test.OtlpReceiver;
import dev.usercontext.test.ReceivedSpan;
import dev.usercontext.test.SpanLog;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Not a test of its own: shows a newcomer what every other test of this module asserts. */
@QuarkusTest
@TestProfile(QuietProfile.class)
@WithTestResource(Surroundings.class)
class ShowUsers {

  private static final String LINE = "  %-9s %-54s %s%n";
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @TestHTTPResource URI root;

  @Test
  void showsWhoseEachSpanIs() {
    OUT.printf("%nThe application of the tests, on Quarkus, with the jar of User Context in it.%n");
    request("alice logs in and calls a resource", "secured", "do/tracer", Caller.basic("alice"), 4);
    request("bob logs in and has it call", "secured", "do/rest-client", Caller.basic("bob"), 2);
    request("nobody logs in", "open", "do/tracer", Caller.ANONYMOUS, 4);
    OUT.println();
  }

  private void request(String what, String zone, String action, Caller caller, int count) {
    SpanLog.Window window = Sentinel.openWithout(OtlpReceiver.shared().log());
    String path = "rest/" + zone + "/" + action + "?upstream=" + Upstream.shared().url();
    int status = new AppClient(root).get(path, caller).status();
    boolean came = window.await(spans -> spans.size() >= count, Duration.ofSeconds(30));

    OUT.printf("%n%s: %d%n", what, status);
    List<ReceivedSpan> spans = window.spans();
    spans.forEach(ShowUsers::show);
    assertThat(came).as("%d spans came: %s", count, spans).isTrue();
    assertThat(spans).allMatch(span -> span.userAttributes().equals(caller.user().attributes()));
  }

  private static void show(ReceivedSpan span) {
    String kind = span.kind().name().toLowerCase(Locale.ROOT);
    String user = span.userAttributes().toString().replace("{", "").replace("}", "");
    OUT.printf(LINE, kind, span.name(), user.isEmpty() ? "-" : user);
  }
}
