package dev.usercontext.attributed;

import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserAttributed;
import dev.usercontext.UserContext;
import dev.usercontext.testkit.CdiTest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the annotation may stand, told by the attributes that it adds. */
@CdiTest
class BindingFormsTest {

  @Inject OnMethod onMethod;
  @Inject OnClass onClass;
  @Inject Inheriting inheriting;
  @Inject Overriding overriding;
  @Inject Generic generic;

  @Test
  void onAMethod() {
    assertThat(BOB.call(onMethod::bound)).containsEntry("on", "method");
    assertThat(BOB.call(onMethod::unbound)).isEmpty();
  }

  @Test
  void onAClass() {
    assertThat(BOB.call(onClass::work)).containsEntry("on", "class");
  }

  @Test
  void onAMethodItReplacesTheOneOfTheClass() {
    assertThat(BOB.call(onClass::own)).containsExactly(Map.entry("own", "method"));
  }

  @Test
  void onASuperclass() {
    assertThat(BOB.call(inheriting::own)).containsEntry("on", "class");
    assertThat(BOB.call(inheriting::work)).containsEntry("on", "class");
  }

  @Test
  void onAnInheritedMethod() {
    assertThat(BOB.call(overriding::bound)).containsEntry("on", "method");
  }

  @Test
  void onAMethodThatIsOverriddenItIsLost() {
    assertThat(BOB.call(overriding::unbound)).isEmpty();
  }

  @Test
  void onAMethodOfAGenericClass() {
    assertThat(BOB.call(() -> generic.handle("order"))).containsEntry("on", "generic");
  }

  private static Map<String, Object> attrs() {
    return UserContext.current().map(UserContext::attrs).orElse(Map.of());
  }

  @Dependent
  static class OnMethod {
    @UserAttributed(attrs = "on=method")
    Map<String, Object> bound() {
      return attrs();
    }

    Map<String, Object> unbound() {
      return attrs();
    }
  }

  abstract static class BaseOfMethods {
    @UserAttributed(attrs = "on=method")
    Map<String, Object> bound() {
      return attrs();
    }

    @UserAttributed(attrs = "on=method")
    Map<String, Object> unbound() {
      return attrs();
    }
  }

  @Dependent
  static class Overriding extends BaseOfMethods {
    @Override
    Map<String, Object> unbound() {
      return attrs();
    }
  }

  @Dependent
  @UserAttributed(attrs = "on=class")
  static class OnClass {
    Map<String, Object> work() {
      return attrs();
    }

    @UserAttributed(attrs = "own=method")
    Map<String, Object> own() {
      return attrs();
    }
  }

  @UserAttributed(attrs = "on=class")
  abstract static class BaseClass {
    Map<String, Object> work() {
      return attrs();
    }

    @UserAttributed(attrs = "own=method")
    Map<String, Object> own() {
      return attrs();
    }
  }

  @Dependent
  static class Inheriting extends BaseClass {
    @Override
    Map<String, Object> own() {
      return attrs();
    }
  }

  interface Handler<T> {
    Map<String, Object> handle(T message);
  }

  @Dependent
  static class Generic implements Handler<String> {
    @Override
    @UserAttributed(attrs = "on=generic")
    public Map<String, Object> handle(String message) {
      return attrs();
    }
  }
}
