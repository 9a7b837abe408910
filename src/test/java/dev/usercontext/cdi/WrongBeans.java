package dev.usercontext.cdi;

import dev.usercontext.UserAttr;
import dev.usercontext.UserAttributed;
import dev.usercontext.UserEmail;
import dev.usercontext.UserId;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Beans that use our annotations in every wrong way, and in unusual right ones. */
final class WrongBeans {

  private WrongBeans() {}

  @UserAttributed
  @Dependent
  static final class FinalClass {}

  @Dependent
  static final class FinalClassOfMethod {
    @UserAttributed
    void work() {}
  }

  static class FinalMethod {
    @UserAttributed
    final void work() {}
  }

  static class StaticMethod {
    @UserAttributed
    static void work() {}
  }

  static class PrivateMethod {
    @UserAttributed
    private void work() {}
  }

  static class TwoIds {
    @UserAttributed
    void work(@UserId String one, @UserId String two) {}
  }

  static class TwoEmails {
    @UserAttributed
    void work(@UserId String id, @UserEmail String one, @UserEmail String two) {}
  }

  static class Unnamed {
    @UserAttributed
    void work(@UserAttr String plan) {}
  }

  static class BlankName {
    @UserAttributed
    void work(@UserAttr(" ") String plan) {}
  }

  static class Malformed {
    @UserAttributed(attrs = "feature")
    void work() {}
  }

  @UserAttributed(attrs = {"feature=chat", "=chat"})
  static class MalformedClass {}

  @UserAttributed(attrs = "feature")
  @Stereotype
  @Retention(RetentionPolicy.RUNTIME)
  @interface WrongStereotype {}

  @WrongStereotype
  static class MalformedStereotype {}

  @UserAttributed(attrs = "feature")
  @InterceptorBinding
  @Retention(RetentionPolicy.RUNTIME)
  @interface WrongBinding {}

  @WrongBinding
  static class MalformedBinding {}

  static class MalformedBindingOfMethod {
    @WrongBinding
    void work() {}
  }

  static class Unbound {
    void work(@UserId String id) {}
  }

  static class Many {
    @UserAttributed
    private void first() {}

    @UserAttributed(attrs = {"a", "b"})
    void second() {}
  }

  static class Allowed {
    @UserAttributed(attrs = {"feature=chat", "note=", "a=b=c"})
    void work(@UserId String id, @UserEmail String email, @UserAttr("a") int a) {}

    private static void helper() {}
  }

  @UserAttributed
  @Stereotype
  @Retention(RetentionPolicy.RUNTIME)
  @interface Tracked {}

  @Tracked
  @Stereotype
  @Retention(RetentionPolicy.RUNTIME)
  @interface TrackedService {}

  @TrackedService
  static class Stereotyped {
    void work(@UserId String id) {}
  }

  abstract static class Unannotated {
    void work(@UserId String id) {}
  }

  @UserAttributed
  static class BoundSubclass extends Unannotated {}
}
