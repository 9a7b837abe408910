package dev.usercontext.attributed;

import static dev.usercontext.testkit.Users.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.usercontext.UserAttr;
import dev.usercontext.UserAttributed;
import dev.usercontext.UserContext;
import dev.usercontext.UserEmail;
import dev.usercontext.UserId;
import dev.usercontext.testkit.CdiTest;
import dev.usercontext.testkit.LoggedMessages;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@CdiTest
class ParametersTest {

  @RegisterExtension final LoggedMessages log = new LoggedMessages();

  @Inject Consumer consumer;

  @Test
  void anIdIsTheUserOfTheCall() {
    assertThat(consumer.onOrder("carol")).map(UserContext::userId).hasValue("carol");
    assertThat(UserContext.current()).isEmpty();
  }

  @Test
  void anIdReplacesTheWholeUserOutside() {
    UserContext inside = ADA.call(() -> consumer.onOrder("carol")).orElseThrow();

    assertThat(inside).isEqualTo(UserContext.builder("carol").build());
  }

  @Test
  void anIdMayBeOfAnyType() {
    UUID uuid = UUID.randomUUID();

    assertThat(consumer.onUuid(uuid)).map(UserContext::userId).hasValue(uuid.toString());
    assertThat(consumer.onLong(42)).map(UserContext::userId).hasValue("42");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void anIdThatIsBlankIsNobodyWhoeverIsOutside(String id) {
    assertThat(ADA.call(() -> consumer.onOrder(id))).isEmpty();
    assertThat(log.texts()).isEmpty();
  }

  @Test
  void everythingGoesTogether() {
    assertThat(consumer.onAll("carol", "carol@example.com", "pro", 3, "an order"))
        .contains(
            UserContext.builder("carol")
                .email("carol@example.com")
                .attr("feature", "orders")
                .attr("plan", "pro")
                .attr("seats", 3)
                .build());
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    assertThat(consumer.onAll("carol", null, null, 3, "an order"))
        .contains(UserContext.builder("carol").attr("feature", "orders").attr("seats", 3).build());
    assertThat(consumer.onAll("carol", " ", "pro", 3, null).orElseThrow().email()).isEmpty();
  }

  @Test
  void attributesKeepTheirTypes() {
    UserContext user = consumer.onTypes("u", true, 7, 0.5, TimeUnit.DAYS).orElseThrow();

    assertThat(user.attrs())
        .contains(entry("b", true), entry("l", 7L), entry("d", 0.5), entry("e", "DAYS"));
  }

  @Test
  void withoutAnIdTheyAddToTheUserOutside() {
    UserContext inside = ADA.call(() -> consumer.onPlan("free", "new@example.com")).orElseThrow();

    assertThat(inside)
        .isEqualTo(ADA.toBuilder().email("new@example.com").attr("plan", "free").build());
    assertThat(UserContext.current()).isEmpty();
  }

  @Test
  void withoutAnIdAndWithoutAUserThereIsNobody() {
    assertThat(consumer.onPlan("free", "new@example.com")).isEmpty();
  }

  @Test
  void aValueThatIsNoUserCostsTheAttributionAndIsLoggedOnce() {
    for (int i = 0; i < 2; i++) {
      assertThat(ADA.call(() -> consumer.onOrder("x".repeat(2_000)))).isEmpty();
    }

    assertThat(log.warnings())
        .singleElement()
        .asString()
        .startsWith("UC0403 ")
        .contains(Consumer.class.getName() + ".onOrder", "userId")
        .doesNotContain("xxx");
  }

  @Test
  void anAttributeThatIsTooLongIsCut() {
    UserContext user = ADA.call(() -> consumer.onPlan("x".repeat(5_000), null)).orElseThrow();

    assertThat(user.attrs()).containsEntry("plan", "x".repeat(4_096));
    assertThat(log.texts()).isEmpty();
  }

  @Test
  void whatCanNotBeToldIsLeftOutAndTheUserStays() {
    UserContext user = consumer.onTypes("u", true, 7, Double.NaN, TimeUnit.DAYS).orElseThrow();
    assertThat(user.attrs()).containsOnlyKeys("b", "l", "e");

    String address = "x".repeat(400) + "@example.com";
    assertThat(consumer.onAll("carol", address, "pro", 3, null).orElseThrow().email()).isEmpty();
  }

  @Test
  void moreAttributesThanThereMayBeCostNoUser() {
    UserContext.Builder many = UserContext.builder("ada");
    for (int i = 0; i < 64; i++) {
      many.attr("attr-" + i, i);
    }

    assertThat(many.build().call(() -> consumer.onPlan("free", null)).orElseThrow().attrs())
        .hasSize(64)
        .doesNotContainKey("plan");
  }

  @Dependent
  static class Consumer {
    @UserAttributed
    Optional<UserContext> onOrder(@UserId String customer) {
      return UserContext.current();
    }

    @UserAttributed
    Optional<UserContext> onUuid(@UserId UUID customer) {
      return UserContext.current();
    }

    @UserAttributed
    Optional<UserContext> onLong(@UserId long customer) {
      return UserContext.current();
    }

    @UserAttributed(attrs = "feature=orders")
    Optional<UserContext> onAll(
        @UserId String customer,
        @UserEmail String email,
        @UserAttr("plan") String plan,
        @UserAttr("seats") int seats,
        String order) {
      return UserContext.current();
    }

    @UserAttributed
    Optional<UserContext> onTypes(
        @UserId String id,
        @UserAttr("b") boolean b,
        @UserAttr("l") int l,
        @UserAttr("d") double d,
        @UserAttr("e") TimeUnit e) {
      return UserContext.current();
    }

    @UserAttributed
    Optional<UserContext> onPlan(@UserAttr("plan") String plan, @UserEmail String email) {
      return UserContext.current();
    }
  }
}
