package dev.usercontext.attributed;

import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.NoUserException;
import dev.usercontext.UserAttributed;
import dev.usercontext.UserContext;
import dev.usercontext.UserId;
import dev.usercontext.testkit.CdiTest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@CdiTest
class RequiredTest {

  @Inject Assistant assistant;

  @AfterEach
  void clear() {
    UserContext.clearProcessUser();
  }

  @Test
  void refusesACallWithoutAUser() {
    assertThatThrownBy(assistant::chat)
        .isInstanceOf(NoUserException.class)
        .hasMessageStartingWith("UC0301 ")
        .hasMessageContaining(Assistant.class.getName() + ".chat");
    assertThat(assistant.calls).isZero();
  }

  @Test
  void letsACallWithAUserThrough() {
    assertThat(ADA.call(assistant::chat)).isEqualTo("ada");
  }

  @Test
  void isSatisfiedWithTheProcessUser() {
    UserContext.setProcessUser(BOB);

    assertThat(assistant.chat()).isEqualTo("bob");
  }

  @Test
  void isSatisfiedWithTheIdOfAParameter() {
    assertThat(assistant.chatAs("carol")).isEqualTo("carol");
  }

  @Test
  void refusesACallWhoseParameterIsNobody() {
    assertThatThrownBy(() -> ADA.call(() -> assistant.chatAs(null)))
        .isInstanceOf(NoUserException.class)
        .hasMessageStartingWith("UC0301 ")
        .hasMessageContaining(Assistant.class.getName() + ".chatAs");
  }

  @Test
  void refusesACallThatOnlyAddsAttributesToNobody() {
    assertThatThrownBy(assistant::chatWithFeature).isInstanceOf(NoUserException.class);
  }

  @Dependent
  static class Assistant {
    private int calls;

    @UserAttributed(required = true)
    String chat() {
      calls++;
      return UserContext.current().orElseThrow().userId();
    }

    @UserAttributed(required = true)
    String chatAs(@UserId String id) {
      return UserContext.current().orElseThrow().userId();
    }

    @UserAttributed(required = true, attrs = "feature=chat")
    String chatWithFeature() {
      return UserContext.current().orElseThrow().userId();
    }
  }
}
