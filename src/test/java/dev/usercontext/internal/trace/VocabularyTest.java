package dev.usercontext.internal.trace;

import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.UserContext;
import dev.usercontext.testkit.SystemProperties;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Under which names a span carries its user, each asserted as the whole set of attributes. */
class VocabularyTest {

  private static final String VOCABULARIES = "usercontext.vocabularies";

  @RegisterExtension final SystemProperties properties = new SystemProperties();
  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  @Test
  void writesFlatAndOtelByDefault() {
    assertThat(attributesOf(ADA))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "user_id", "ada",
                "user_email", "ada@example.com",
                "user.id", "ada",
                "user.email", "ada@example.com",
                "user_attrs.plan", "pro"));
  }

  @Test
  void writesFlatAlone() {
    configure(VOCABULARIES, "flat");

    assertThat(attributesOf(ADA))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("user_id", "ada", "user_email", "ada@example.com", "user_attrs.plan", "pro"));
  }

  @Test
  void writesEnduserWithoutEmail() {
    configure(VOCABULARIES, "enduser");

    assertThat(attributesOf(ADA))
        .containsExactlyInAnyOrderEntriesOf(Map.of("enduser.id", "ada", "user_attrs.plan", "pro"));
  }

  @Test
  void writesUsr() {
    configure(VOCABULARIES, "usr");

    assertThat(attributesOf(ADA))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("usr.id", "ada", "usr.email", "ada@example.com", "user_attrs.plan", "pro"));
  }

  @Test
  void writesSeveralAndAttributesOnce() {
    configure(VOCABULARIES, " usr , enduser,usr");

    assertThat(attributesOf(ADA))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "usr.id", "ada",
                "usr.email", "ada@example.com",
                "enduser.id", "ada",
                "user_attrs.plan", "pro"));
  }

  @Test
  void leavesOutAnEmailThatIsNotKnown() {
    assertThat(attributesOf(BOB))
        .containsExactlyInAnyOrderEntriesOf(Map.of("user_id", "bob", "user.id", "bob"));
  }

  @Test
  void leavesOutAnAttributeThatWouldSayWhoTheUserIs() {
    configure("usercontext.attrs-prefix", "user.");

    assertThat(attributesOf(ADA.toBuilder().attr("id", "7").build()))
        .containsEntry("user.id", "ada")
        .containsEntry("user.plan", "pro")
        .doesNotContainValue("7");
  }

  @Test
  void prefixesAttributesAsConfigured() {
    configure("usercontext.attrs-prefix", "app.user.");

    assertThat(attributesOf(ADA))
        .containsEntry("app.user.plan", "pro")
        .doesNotContainKey("user_attrs.plan");
  }

  @Test
  void keepsTheTypeOfAnAttribute() {
    UserContext user =
        UserContext.builder("u").attr("s", "x").attr("b", true).attr("l", 7).attr("d", 0.5).build();

    assertThat(attributesOf(user))
        .containsEntry("user_attrs.s", "x")
        .containsEntry("user_attrs.b", true)
        .containsEntry("user_attrs.l", 7L)
        .containsEntry("user_attrs.d", 0.5);
  }

  @Test
  void writesOtherNamesAfterAChangeOfTheConfiguration() {
    assertThat(attributesOf(ADA)).containsEntry("user_id", "ada");
    configure(VOCABULARIES, "usr");

    ADA.run(() -> telemetry.record("after"));
    assertThat(attributesOf("after")).containsEntry("usr.id", "ada").doesNotContainKey("user_id");
  }

  @Test
  void writesNothingWhereSwitchedOff() {
    configure("usercontext.enabled", "false");

    assertThat(attributesOf(ADA)).isEmpty();
  }

  @Test
  void refusesAnUnknownVocabularyByName() {
    properties.set(VOCABULARIES, "flat,datadog");

    assertThatThrownBy(telemetry::restart)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("UC0102", VOCABULARIES, "datadog", "usr");
  }

  private void configure(String key, String value) {
    properties.set(key, value);
    telemetry.restart();
  }

  private Map<String, Object> attributesOf(UserContext user) {
    user.run(() -> telemetry.record("span"));
    return attributesOf("span");
  }

  private Map<String, Object> attributesOf(String span) {
    Map<String, Object> attributes = new TreeMap<>();
    telemetry
        .await(span)
        .getAttributes()
        .forEach((key, value) -> attributes.put(key.getKey(), value));
    return attributes;
  }
}
