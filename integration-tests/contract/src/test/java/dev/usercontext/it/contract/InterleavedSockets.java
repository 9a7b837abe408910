package dev.usercontext.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.test.OtlpReceiver;
import dev.usercontext.test.ReceivedSpan;
import dev.usercontext.test.SpanLog;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Several sockets talk in turns: each message is of the user whose socket it came over. */
public final class InterleavedSockets {

  private static final int TURNS = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AppClient client;
  private final List<Talker> talkers = new ArrayList<>();
  private final List<Conversation> open = new ArrayList<>();

  public InterleavedSockets(URI application) {
    this.client = new AppClient(application);
  }

  /**
   * Adds a socket.
   *
   * @param path with {@code {zone}} for the zone
   * @param user what the spans of its messages must say
   */
  public InterleavedSockets with(String path, Caller caller, ExpectedUser user) {
    String prefix = "from-" + talkers.size() + "-";
    String zone = caller.isAnonymous() ? "open" : "secured";
    talkers.add(new Talker(prefix, path.replace("{zone}", zone), caller, user));
    return this;
  }

  /** A socket of each of these, and one of nobody after each. */
  public InterleavedSockets withEach(String path, List<Caller> callers) {
    for (Caller caller : callers) {
      with(path, caller, caller.user());
      with(path, Caller.ANONYMOUS, ExpectedUser.NOBODY);
    }
    return this;
  }

  /** Of the endpoint of Jakarta WebSocket whose methods name the user: whoever has opened them. */
  public InterleavedSockets withRooms() {
    return with("socket/{zone}/room/c-1", Caller.basic("alice"), ExpectedUser.id("c-1"))
        .with("socket/{zone}/room/c-2", Caller.ANONYMOUS, ExpectedUser.id("c-2"))
        .with("socket/{zone}/room/c-3", Caller.basic("bob"), ExpectedUser.id("c-3"));
  }

  public void verify() {
    SpanLog.Window window = OtlpReceiver.shared().log().open();
    try {
      talkers.forEach(one -> open.add(client.openSocket(one.path(), one.caller())));
      takeTurns();
    } finally {
      open.forEach(Conversation::close);
    }
    int messages = TURNS * talkers.size();
    window.await(spans -> spans.stream().filter(this::isMessage).count() >= messages, PATIENCE);

    assertThat(window.spans()).filteredOn(this::isMessage).hasSize(messages);
    assertThat(window.spans())
        .filteredOn(span -> talkers.stream().anyMatch(one -> one.isForeign(span)))
        .as("spans with another user than that of their socket")
        .isEmpty();
  }

  private void takeTurns() {
    for (int turn = 0; turn < TURNS; turn++) {
      for (int i = 0; i < talkers.size(); i++) {
        open.get(i).say(talkers.get(i).prefix() + turn);
      }
    }
  }

  private boolean isMessage(ReceivedSpan span) {
    return talkers.stream().anyMatch(one -> one.said(span));
  }

  private record Talker(String prefix, String path, Caller caller, ExpectedUser user) {

    boolean said(ReceivedSpan span) {
      return span.name().startsWith(prefix) && span.name().matches("from-\\d+-\\d+");
    }

    boolean isForeign(ReceivedSpan span) {
      return said(span) && !span.userAttributes().equals(user.attributes());
    }
  }
}
