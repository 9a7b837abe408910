package dev.usercontext.it.quarkus.refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.usercontext.UserAttr;
import dev.usercontext.UserAttributed;
import dev.usercontext.UserId;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.enterprise.context.ApplicationScoped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All that is wrong in an application is reported by its build, at once. */
class MisuseIT {

  @RegisterExtension
  static final QuarkusUnitTest APPLICATION =
      new QuarkusUnitTest()
          .withApplicationRoot(root -> root.addClasses(Orders.class, Invoices.class))
          .assertException(
              failure ->
                  assertThat(failure)
                      .hasStackTraceContaining("UC0203 " + Orders.class.getName() + ".onOrder")
                      .hasStackTraceContaining("UC0204 " + Orders.class.getName() + ".onReturn")
                      .hasStackTraceContaining("UC0201 " + Invoices.class.getName()));

  @Test
  void failsTheBuild() {
    fail("it was built");
  }

  @ApplicationScoped
  static class Orders {
    @UserAttributed
    void onOrder(@UserId String customer, @UserId String seller) {}

    @UserAttributed
    void onReturn(@UserAttr("") String reason) {}
  }

  @UserAttributed
  @ApplicationScoped
  static final class Invoices {}
}
