package dev.usercontext.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanUserTest {

  @Test
  void isReadInEveryVocabulary() {
    for (String name : new String[] {"user_id", "user.id", "enduser.id", "usr.id"}) {
      assertThat(SpanUser.of(span(Map.of(name, "alice")))).isEqualTo(SpanUser.id("alice"));
    }
    for (String name : new String[] {"user_email", "user.email", "usr.email"}) {
      assertThat(SpanUser.of(span(Map.of(name, "a@example.com"))))
          .isEqualTo(SpanUser.NOBODY.email("a@example.com"));
    }
  }

  @Test
  void ofVocabulariesThatDifferIsNoneOfThem() {
    SpanUser user = SpanUser.of(span(Map.of("user_id", "alice", "user.id", "bob")));
    assertThat(user).isNotEqualTo(SpanUser.id("alice")).isNotEqualTo(SpanUser.id("bob"));
    assertThat(user).hasToString("alice and bob");
  }

  @Test
  void hasItsCustomAttributesInTheTypesOfASpan() {
    SpanUser user = SpanUser.of(span(Map.of("user_id", "alice", "user_attrs.items", 3L)));
    assertThat(user).isEqualTo(SpanUser.id("alice").attr("items", 3));
    assertThat(SpanUser.id("alice").attr("rate", 0.5f).attrs()).containsEntry("rate", 0.5);
  }

  @Test
  void isNobodyWithoutAny() {
    assertThat(SpanUser.of(span(Map.of("user_agent.original", "curl"))))
        .isEqualTo(SpanUser.NOBODY)
        .hasToString("nobody");
  }

  private static ReceivedSpan span(Map<String, Object> attributes) {
    return new ReceivedSpan("", "", "", "", ReceivedSpan.Kind.INTERNAL, Instant.EPOCH, attributes);
  }
}
