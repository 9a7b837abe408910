package dev.usercontext.cdi;

import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.testkit.CdiTest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The application has beans of type UserContext of its own. */
class OwnUserContextTest {

  @Qualifier
  @Retention(RetentionPolicy.RUNTIME)
  @interface Support {}

  static class Own {
    @Produces
    UserContext user() {
      return ADA;
    }
  }

  static class Qualified {
    @Produces
    @Support
    UserContext support() {
      return BOB;
    }
  }

  @Nested
  @CdiTest
  @AddBeanClasses(Own.class)
  class Default {
    @Inject UserContext user;

    @Test
    void winsOverOurs() {
      assertThat(user).isSameAs(ADA);
    }
  }

  @Nested
  @CdiTest
  @AddBeanClasses(Qualified.class)
  class WithAQualifier {
    @Inject UserContext user;
    @Inject @Support UserContext support;

    @Test
    void standsBesideOurs() {
      assertThat(support).isSameAs(BOB);
      ADA.run(() -> assertThat(user.userId()).isEqualTo("ada"));
    }
  }
}
