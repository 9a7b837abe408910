package dev.usercontext.attributed;

import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.NoUserException;
import dev.usercontext.UserAttributed;
import dev.usercontext.UserContext;
import dev.usercontext.testkit.CdiTest;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Inject;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The annotation stands on another annotation; told by the attributes that it adds. */
@CdiTest
class StereotypesTest {

  @Inject Stereotyped stereotyped;
  @Inject StereotypedTwice stereotypedTwice;
  @Inject BoundByAnother boundByAnother;

  @Test
  void onAStereotype() {
    assertThat(BOB.call(stereotyped::work)).containsEntry("on", "stereotype");
    assertThatThrownBy(stereotyped::work).isInstanceOf(NoUserException.class);
  }

  @Test
  void onAStereotypeItIsReplacedByTheOneOfAMethod() {
    assertThat(BOB.call(stereotyped::own)).containsExactly(Map.entry("own", "method"));
  }

  @Test
  void onAStereotypeOfAStereotype() {
    assertThat(BOB.call(stereotypedTwice::work)).containsEntry("on", "stereotype");
  }

  @Test
  void onAnotherBinding() {
    assertThat(BOB.call(boundByAnother::work)).containsEntry("on", "binding");
  }

  private static Map<String, Object> attrs() {
    return UserContext.current().map(UserContext::attrs).orElse(Map.of());
  }

  @UserAttributed(attrs = "on=stereotype", required = true)
  @Stereotype
  @Retention(RetentionPolicy.RUNTIME)
  @interface Tracked {}

  @Dependent
  @Tracked
  static class Stereotyped {
    Map<String, Object> work() {
      return attrs();
    }

    @UserAttributed(attrs = "own=method")
    Map<String, Object> own() {
      return attrs();
    }
  }

  @Tracked
  @Stereotype
  @Retention(RetentionPolicy.RUNTIME)
  @interface TrackedService {}

  @Dependent
  @TrackedService
  static class StereotypedTwice {
    Map<String, Object> work() {
      return attrs();
    }
  }

  @UserAttributed(attrs = "on=binding")
  @InterceptorBinding
  @Retention(RetentionPolicy.RUNTIME)
  @interface Audited {}

  @Dependent
  static class BoundByAnother {
    @Audited
    Map<String, Object> work() {
      return attrs();
    }
  }
}
