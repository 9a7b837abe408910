package dev.usercontext;

import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.testkit.SystemProperties;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody acts for a user. */
class ActorTest {

  @RegisterExtension final SystemProperties properties = new SystemProperties();
  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  @Test
  void theUserIsTheSubjectAndKeepsAllOfIt() {
    UserContext acted = BOB.actingFor(ADA);

    assertThat(acted.userId()).isEqualTo("ada");
    assertThat(acted.email()).isEqualTo(ADA.email());
    assertThat(acted.attrs()).isEqualTo(ADA.attrs());
    assertThat(acted.actorId()).hasValue("bob");
    assertThat(ADA.actorId()).isEmpty();
  }

  @Test
  void whoActsNowIsTheActorWhoeverActedBefore() {
    assertThat(UserContext.builder("eve").build().actingFor(BOB.actingFor(ADA)).actorId())
        .hasValue("eve");
  }

  @Test
  void staysWhereTheUserIsAddedTo() {
    assertThat(BOB.actingFor(ADA).toBuilder().attr("plan", "free").build().actorId())
        .hasValue("bob");
  }

  @Test
  void isPartOfWhoTheUserIs() {
    assertThat(BOB.actingFor(ADA)).isEqualTo(BOB.actingFor(ADA)).isNotEqualTo(ADA);
  }

  @Test
  void isNeitherBlankNorTooLong() {
    assertThatThrownBy(() -> UserContext.builder("ada").actor(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("actor must not be blank");
    assertThatThrownBy(() -> UserContext.builder("ada").actor("x".repeat(1_025)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isOnEverySpanBesideTheUserInEveryVocabulary() {
    properties.set("usercontext.vocabularies", "otel,enduser,usr");
    telemetry.restart();
    BOB.actingFor(ADA).run(() -> telemetry.record("span"));

    assertUserAndActor(telemetry.await("span"), "user.id");
  }

  @Test
  void isInheritedWithTheUserFromTheParentSpan() {
    Span parent = BOB.actingFor(ADA).call(() -> telemetry.span("parent").startSpan());
    telemetry.span("child").setParent(Context.root().with(parent)).startSpan().end();
    parent.end();

    assertUserAndActor(telemetry.await("child"), "user_id");
  }

  private static void assertUserAndActor(SpanData span, String id) {
    assertThat(span.getAttributes().get(AttributeKey.stringKey(id))).isEqualTo("ada");
    assertThat(span.getAttributes().get(AttributeKey.stringKey("user_actor_id"))).isEqualTo("bob");
  }
}
