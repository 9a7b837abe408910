package dev.usercontext.attributed;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;

import dev.usercontext.UserAttributed;
import dev.usercontext.UserContext;
import dev.usercontext.UserId;
import dev.usercontext.testkit.CdiTest;
import dev.usercontext.testkit.Duck;
import dev.usercontext.testkit.Telemetry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.security.Principal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Callbacks of Jakarta WebSocket, on threads of which nothing is known but the session. */
@CdiTest
class WebSocketTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  @Inject Chat chat;

  @BeforeEach
  void record() {
    Chat.telemetry = telemetry;
  }

  @Test
  void aCallbackIsOfTheUserOfItsSession() {
    chat.onMessage("hello", sessionOf("carol"));
    telemetry.record("afterwards");

    assertThatSpan(telemetry.await("message")).carriesUser("carol");
    assertThatSpan(telemetry.await("afterwards")).carriesNobody();
  }

  @Test
  void aCallbackOfAnAnonymousSessionIsOfNobody() {
    ADA.run(() -> chat.onMessage("hello", sessionOf(null)));

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void aCallbackWithoutItsSessionIsLeftAlone() {
    ADA.run(() -> chat.onText("hello"));

    assertThatSpan(telemetry.await()).carries(ADA);
  }

  @Test
  void anAnnotationMayAddToTheUserOfTheSession() {
    chat.onDeal(sessionOf("carol"));

    assertThatSpan(telemetry.await())
        .carries(UserContext.builder("carol").attr("feature", "deal").build());
  }

  @Test
  void aParameterThatIsMarkedWins() {
    chat.onBehalf("dave", sessionOf("carol"));

    assertThatSpan(telemetry.await()).carriesUser("dave");
  }

  private static Session sessionOf(String user) {
    Principal principal = user == null ? null : () -> user;
    return Duck.as(Session.class, new StubSession(principal));
  }

  /** What a test needs of a session. */
  public record StubSession(Principal principal) {
    public Principal getUserPrincipal() {
      return principal;
    }
  }

  @Dependent
  @ServerEndpoint("/chat")
  static class Chat {
    private static Telemetry telemetry;

    @OnMessage
    void onMessage(String text, Session session) {
      telemetry.record("message");
    }

    @OnMessage
    void onText(String text) {
      telemetry.record("text");
    }

    @UserAttributed(attrs = "feature=deal")
    void onDeal(Session session) {
      telemetry.record("deal");
    }

    @UserAttributed
    void onBehalf(@UserId String customer, Session session) {
      telemetry.record("behalf");
    }
  }
}
