package dev.usercontext.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.it.contract.AppClient;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.ExpectedUser;
import dev.usercontext.it.contract.InterleavedSockets;
import dev.usercontext.it.contract.Row;
import dev.usercontext.test.OtlpReceiver;
import dev.usercontext.test.ReceivedSpan;
import dev.usercontext.test.SpanLog;
import dev.usercontext.test.TracedRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in other than as a request. */
@QuarkusTest
@TestProfile(MoreThreads.class)
class EntriesIT extends QuarkusContract {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Set<String> RECEIVED = Set.of("held receive", "held-reader");

  @Override
  protected List<Row> rows() {
    return QuarkusEntryRows.all();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"socket/{zone}/chat", "socket/{zone}/quick-chat", "socket/{zone}/refunds"})
  void everyMessageHasTheUserOfItsSocket(String endpoint) {
    new InterleavedSockets(application()).withEach(endpoint, callers()).verify();
  }

  @Test
  void aLateMessageIsNotOfWhoeverHasOpenedItsTraceAgain() {
    assertThat(receivedOf("alice", "bob"))
        .hasSize(2)
        .allSatisfy(span -> assertThat(span.userAttributes()).isEmpty());
    assertThat(receivedOf("alice", "alice"))
        .hasSize(2)
        .allSatisfy(
            span ->
                assertThat(span.userAttributes()).isEqualTo(ExpectedUser.id("alice").attributes()));
  }

  /** A front calls twice in one trace; the message of its first call comes during the second. */
  private List<ReceivedSpan> receivedOf(String sender, String next) {
    TracedRequest trace = TracedRequest.create();
    SpanLog.Window window =
        OtlpReceiver.shared().log().open(span -> span.traceId().equals(trace.traceId()));
    AppClient client = new AppClient(application()).sending(trace);

    client.get("rest/secured/do/held-send?late", Caller.basic(sender));
    assertThat(window.await(EntriesIT::isOver, PATIENCE)).as("the first call is over").isTrue();
    client.get("rest/secured/do/held-receive?late", Caller.basic(next));
    window.await(spans -> received(spans).size() == RECEIVED.size(), PATIENCE);
    return received(window.spans());
  }

  private static boolean isOver(List<ReceivedSpan> spans) {
    return spans.stream().anyMatch(ReceivedSpan::isServer);
  }

  private static List<ReceivedSpan> received(List<ReceivedSpan> spans) {
    return spans.stream().filter(span -> RECEIVED.contains(span.name())).toList();
  }
}
