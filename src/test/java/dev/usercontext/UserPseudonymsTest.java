package dev.usercontext;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.SystemProperties;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.common.AttributeKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UserPseudonymsTest {

  private static final String OLD = "an old key of more than thirty-two bytes";
  private static final String NEW = "a new key of more than thirty-two bytes.";

  @RegisterExtension final SystemProperties properties = new SystemProperties();
  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  @Test
  void areNoneWhereNoneAreConfigured() {
    assertThat(UserPseudonyms.of("u-42")).isEmpty();
  }

  @Test
  void areWhatSpansSayNowAndSaidBeforeTheRotation() {
    configure("usercontext.pseudonym.key", OLD, "usercontext.pseudonym.key-id", "2025");
    String before = idOfSpan("before");
    configure(
        "usercontext.pseudonym.key",
        NEW,
        "usercontext.pseudonym.key-id",
        "2026",
        "usercontext.pseudonym.previous-keys",
        "2025:" + OLD);
    String after = idOfSpan("after");

    assertThat(before).startsWith("2025.");
    assertThat(after).startsWith("2026.");
    assertThat(UserPseudonyms.of("u-42")).isEqualTo(List.of(after, before));
  }

  @Test
  void areAllThatAUserSaysOfItself() {
    UserContext user = UserContext.builder("u-42").build();
    configure("usercontext.pseudonym.key", NEW);

    assertThat(user).hasToString("UserContext{***}");
    user.run(() -> telemetry.record("span"));
    assertThat(user).hasToString("UserContext{" + UserPseudonyms.of("u-42").get(0) + "}");
    assertThat(user.userId()).isEqualTo("u-42");
  }

  private void configure(String... keysAndValues) {
    for (int i = 0; i < keysAndValues.length; i += 2) {
      properties.set(keysAndValues[i], keysAndValues[i + 1]);
    }
    telemetry.restart();
  }

  private String idOfSpan(String name) {
    UserContext.builder("u-42").build().run(() -> telemetry.record(name));
    return telemetry.await(name).getAttributes().get(AttributeKey.stringKey("user_id"));
  }
}
