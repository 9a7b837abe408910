package dev.usercontext;

import static dev.usercontext.testkit.Users.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UserContextTest {

  @Test
  void holdsWhatItWasBuiltWith() {
    assertThat(ADA.isPresent()).isTrue();
    assertThat(ADA.userId()).isEqualTo("ada");
    assertThat(ADA.email()).hasValue("ada@example.com");
    assertThat(ADA.attrs()).containsExactly(entry("plan", "pro"));
  }

  @Test
  void needsOnlyAnId() {
    UserContext user = UserContext.builder("u-42").build();

    assertThat(user.userId()).isEqualTo("u-42");
    assertThat(user.email()).isEmpty();
    assertThat(user.attrs()).isEmpty();
  }

  @Test
  void keepsTheTypeAndTheOrderOfAttributes() {
    UserContext user =
        UserContext.builder("u")
            .attr("s", "x")
            .attr("b", true)
            .attr("l", 7L)
            .attr("d", 0.5)
            .build();

    assertThat(user.attrs())
        .containsExactly(entry("s", "x"), entry("b", true), entry("l", 7L), entry("d", 0.5));
  }

  @Test
  void convertsNumbersToLongOrDouble() {
    Map<String, Object> attrs = new LinkedHashMap<>();
    attrs.put("byte", (byte) 1);
    attrs.put("short", (short) 2);
    attrs.put("int", 3);
    attrs.put("long", 4L);
    attrs.put("atomic-int", new AtomicInteger(5));
    attrs.put("atomic-long", new AtomicLong(6));
    attrs.put("float", 0.25f);
    attrs.put("double", 0.5);
    attrs.put("decimal", new BigDecimal("0.75"));

    assertThat(UserContext.builder("u").attrs(attrs).build().attrs().values())
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 0.25, 0.5, 0.75);
  }

  @Test
  void takesTheLastOfAnAttributeThatIsSetTwice() {
    UserContext user = UserContext.builder("u").attr("plan", "free").attr("plan", 2).build();

    assertThat(user.attrs()).containsExactly(entry("plan", 2L));
  }

  @Test
  void doesNotChangeWithItsBuilder() {
    UserContext.Builder builder = UserContext.builder("u").attr("plan", "free");
    UserContext before = builder.build();
    UserContext after = builder.attr("plan", "pro").attr("seats", 3).email("u@example.com").build();

    assertThat(before.attrs()).containsExactly(entry("plan", "free"));
    assertThat(before.email()).isEmpty();
    assertThat(after.attrs()).containsExactly(entry("plan", "pro"), entry("seats", 3L));
  }

  @Test
  void doesNotChangeWithTheMapItWasBuiltFrom() {
    Map<String, Object> attrs = new LinkedHashMap<>(Map.of("plan", "free"));
    UserContext user = UserContext.builder("u").attrs(attrs).build();
    attrs.put("plan", "pro");

    assertThat(user.attrs()).containsExactly(entry("plan", "free"));
  }

  @Test
  void cannotBeChangedThroughItsAttributes() {
    assertThatThrownBy(() -> ADA.attrs().put("plan", "free"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ADA.attrs().clear()).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void isEqualByValue() {
    UserContext same =
        UserContext.builder("ada").email("ada@example.com").attr("plan", "pro").build();

    assertThat(same).isEqualTo(ADA).hasSameHashCodeAs(ADA);
    assertThat(UserContext.builder("bob").email("ada@example.com").attr("plan", "pro").build())
        .isNotEqualTo(ADA);
    assertThat(UserContext.builder("ada").attr("plan", "pro").build()).isNotEqualTo(ADA);
    assertThat(ADA.toBuilder().email("other@example.com").build()).isNotEqualTo(ADA);
    assertThat(ADA.toBuilder().attr("plan", "free").build()).isNotEqualTo(ADA);
  }

  @Test
  void showsNeitherEmailNorAttributes() {
    assertThat(ADA.toString()).contains("ada").doesNotContain("example.com", "plan", "pro");
  }

  @Test
  void startsABuilderWithAllItHas() {
    UserContext more = ADA.toBuilder().attr("feature", "chat").build();

    assertThat(ADA.toBuilder().build()).isEqualTo(ADA);
    assertThat(more.email()).isEqualTo(ADA.email());
    assertThat(more.attrs()).containsExactly(entry("plan", "pro"), entry("feature", "chat"));
    assertThat(ADA.attrs()).doesNotContainKey("feature");
  }
}
