package dev.usercontext.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.test.OtlpReceiver;
import dev.usercontext.test.ReceivedSpan;
import dev.usercontext.test.SpanLog;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Only the request whose user a resolver takes its time to find has to wait for it. */
public abstract class HangingResolverContract {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  public abstract URI application();

  /** The kind of entry that is tried: servlet, rest. */
  protected String entry() {
    return "servlet";
  }

  /** The same for the request whose user takes time to find. */
  protected String waitingEntry() {
    return entry();
  }

  @Test
  void onlyItsOwnRequestWaits() {
    AppClient client = new AppClient(application());
    SpanLog.Window window = OtlpReceiver.shared().log().open();
    CompletableFuture<Answer> waiting =
        CompletableFuture.supplyAsync(
            () -> client.get(waitingEntry() + "/secured/do/resolver-hangs", Caller.basic("alice")),
            task -> new Thread(task).start());
    Answer other = client.get(entry() + "/secured/do/let-resolver-go", Caller.basic("bob"));
    Answer waited = waiting.join();
    window.await(
        spans -> has(spans, "work") && has(spans, "more-work") && has(spans, "more-meanwhile"),
        PATIENCE);

    assertThat(other.body()).isEqualTo("let go");
    assertThat(waited.body()).isEqualTo("answered in the end");
    assertUser(window, "work", "alice");
    assertUser(window, "more-work", "alice");
    assertUser(window, "meanwhile", "bob");
    assertUser(window, "more-meanwhile", "bob");
  }

  private static boolean has(List<ReceivedSpan> spans, String name) {
    return spans.stream().anyMatch(span -> span.name().equals(name));
  }

  private static void assertUser(SpanLog.Window window, String name, String user) {
    ExpectedUser expected = ExpectedUser.id(user).email(user + "@example.com").attr("plan", "pro");
    assertThat(window.spans())
        .filteredOn(span -> span.name().equals(name))
        .as("spans %s", name)
        .hasSize(1)
        .allMatch(span -> span.userAttributes().equals(expected.attributes()));
  }
}
