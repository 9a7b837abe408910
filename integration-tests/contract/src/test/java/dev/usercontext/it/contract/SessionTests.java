package dev.usercontext.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.test.OtlpReceiver;
import dev.usercontext.test.ReceivedSpan;
import dev.usercontext.test.SpanLog;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** HTTP sessions of an application with {@link PseudonymIdentities}, which tells a hash of them. */
public interface SessionTests {

  URI application();

  List<Caller> callers();

  /** The kinds of entries that know the HTTP session: servlet, rest. */
  List<String> entriesWithSession();

  @Test
  default void everySpanTellsAHashOfTheSessionAndNothingTheSessionItself() {
    Duration patience = Duration.ofSeconds(30);
    AppClient client = new AppClient(application());
    SpanLog log = OtlpReceiver.shared().log();
    List<String> exported = new CopyOnWriteArrayList<>();
    Runnable end = OtlpReceiver.shared().observe(exported::add);
    try {
      for (Caller caller : callers()) {
        Caller again = caller.sending("Cookie", client.cookies("servlet/secured/session", caller));
        String id = client.get("servlet/secured/session", again).body();
        Sentinel.pass(log, client, "rest/sentinel/", patience);
        SpanLog.Window window = Sentinel.openWithout(log);
        for (String entry : entriesWithSession()) {
          assertThat(client.get(entry + "/secured/do/tracer", again).body()).isEqualTo("traced");
        }
        Sentinel.pass(log, client, "rest/sentinel/", patience);

        Map<String, Object> user =
            caller.user().with("session.id", PseudonymIdentities.session(id)).attributes();
        assertThat(window.spans())
            .extracting(ReceivedSpan::name)
            .filteredOn("child"::equals)
            .hasSameSizeAs(entriesWithSession());
        assertThat(window.spans())
            .allSatisfy(span -> assertThat(span.userAttributes()).as(span.name()).isEqualTo(user));
        assertThat(exported).isNotEmpty().noneMatch(text -> text.contains(id));
      }
    } finally {
      end.run();
    }
  }
}
