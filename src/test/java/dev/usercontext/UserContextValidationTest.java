package dev.usercontext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message names the field, and never repeats a value: it may end in a log. */
class UserContextValidationTest {

  private static final String SECRET = "s3cret";

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
  void refusesAnIdThatIsBlank(String id) {
    refuses(() -> UserContext.builder(id), "userId");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t"})
  void refusesAnEmailThatIsBlank(String email) {
    refuses(() -> builder().email(email), "email");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void refusesAnAttributeWithoutAName(String name) {
    refuses(() -> builder().attr(name, SECRET), "name of an attribute");
    refuses(() -> builder().attr(name, true), "name of an attribute");
    refuses(() -> builder().attr(name, 1), "name of an attribute");
    refuses(() -> builder().attr(name, 0.5), "name of an attribute");
  }

  @Test
  void limitsTheLengthOfAnId() {
    assertThat(UserContext.builder("i".repeat(1_024)).build().userId()).hasSize(1_024);
    refuses(() -> UserContext.builder(SECRET + "i".repeat(1_019)), "userId", "1024", "1025");
  }

  @Test
  void limitsTheLengthOfAnEmail() {
    assertThat(builder().email("e".repeat(320)).build().email().orElseThrow()).hasSize(320);
    refuses(() -> builder().email(SECRET + "e".repeat(315)), "email", "320", "321");
  }

  @Test
  void limitsTheLengthOfAName() {
    assertThat(builder().attr("n".repeat(128), 1).build().attrs()).hasSize(1);
    refuses(() -> builder().attr("n".repeat(129), 1), "name of an attribute", "128", "129");
  }

  @Test
  void limitsTheLengthOfAValue() {
    assertThat(builder().attr("bio", "v".repeat(4_096)).build().attrs()).hasSize(1);
    refuses(() -> builder().attr("bio", SECRET + "v".repeat(4_091)), "'bio'", "4096", "4097");
  }

  @Test
  void keepsAValueThatIsEmpty() {
    assertThat(builder().attr("note", "").build().attrs()).containsEntry("note", "");
  }

  @Test
  void limitsTheNumberOfAttributes() {
    UserContext.Builder full = builder();
    for (int i = 0; i < 64; i++) {
      full.attr("a" + i, i);
    }

    refuses(() -> full.attr("one-more", 1), "attrs", "64");
    assertThat(full.attr("a63", "replaced").build().attrs()).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesANumberThatIsNotFinite(double value) {
    refuses(() -> builder().attr("rate", value), "'rate'", "finite");
    refuses(() -> builder().attrs(Map.of("rate", (float) value)), "'rate'", "finite");
  }

  @Test
  void refusesAnAttributeOfAnotherType() {
    refuses(() -> builder().attrs(Map.of("roles", List.of(SECRET))), "'roles'", "String");
  }

  @Test
  void refusesAnAttributeWithoutAValue() {
    Map<String, Object> attrs = new HashMap<>();
    attrs.put("plan", null);

    refuses(() -> builder().attrs(attrs), "'plan'");
    refuses(() -> builder().attr("plan", null), "'plan'");
  }

  @Test
  void refusesNoAttributes() {
    refuses(() -> builder().attrs(null), "attrs");
  }

  @Test
  void staysUsableAfterARefusal() {
    UserContext.Builder builder = builder().attr("plan", "pro");
    refuses(() -> builder.attr("plan", "v".repeat(5_000)), "'plan'");

    assertThat(builder.build().attrs()).containsEntry("plan", "pro");
  }

  private static UserContext.Builder builder() {
    return UserContext.builder("u");
  }

  private static void refuses(ThrowingCallable code, String... mentions) {
    assertThatIllegalArgumentException()
        .isThrownBy(code)
        .withMessageContainingAll(mentions)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(SECRET));
  }
}
