package dev.usercontext.testkit;

import dev.usercontext.UserContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** What a span says of its user, under the names that are written by default. */
public final class SpanAssert extends AbstractAssert<SpanAssert, SpanData> {

  private SpanAssert(SpanData span) {
    super(span, SpanAssert.class);
  }

  public static SpanAssert assertThatSpan(SpanData span) {
    return new SpanAssert(span).isNotNull();
  }

  /** Carries exactly this user: id, email and attributes, and nothing of anybody else. */
  public SpanAssert carries(UserContext user) {
    Map<String, Object> expected = new TreeMap<>();
    expected.put("user_id", user.userId());
    expected.put("user.id", user.userId());
    user.email().ifPresent(email -> expected.put("user_email", email));
    user.email().ifPresent(email -> expected.put("user.email", email));
    user.attrs().forEach((name, value) -> expected.put("user_attrs." + name, value));
    Assertions.assertThat(ofUser()).as("user of span %s", actual.getName()).isEqualTo(expected);
    return this;
  }

  /** Carries this user; whatever else is known of it. */
  public SpanAssert carriesUser(String userId) {
    Assertions.assertThat(ofUser())
        .as("user of span %s", actual.getName())
        .containsEntry("user_id", userId)
        .containsEntry("user.id", userId);
    return this;
  }

  public SpanAssert carriesNobody() {
    Assertions.assertThat(ofUser()).as("user of span %s", actual.getName()).isEmpty();
    return this;
  }

  public SpanAssert hasParent(SpanData parent) {
    Assertions.assertThat(actual.getParentSpanId()).isEqualTo(parent.getSpanId());
    return this;
  }

  private Map<String, Object> ofUser() {
    return ofUser(actual.getAttributes());
  }

  /** All attributes that say anything of a user. */
  public static Map<String, Object> ofUser(Attributes attributes) {
    Map<String, Object> found = new TreeMap<>();
    attributes.forEach(
        (AttributeKey<?> key, Object value) -> {
          if (key.getKey().matches("(end)?use?r[._].*")) {
            found.put(key.getKey(), value);
          }
        });
    return found;
  }
}
