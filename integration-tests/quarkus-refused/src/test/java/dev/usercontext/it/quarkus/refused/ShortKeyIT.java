package dev.usercontext.it.quarkus.refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Raw ids never go out because the secret is not what it should be. */
class ShortKeyIT {

  @RegisterExtension
  static final QuarkusUnitTest APPLICATION =
      new QuarkusUnitTest()
          .withEmptyApplication()
          .overrideRuntimeConfigKey("usercontext.pseudonym.key", "too short")
          .assertException(
              failure ->
                  assertThat(failure)
                      .hasStackTraceContaining("UC0103")
                      .hasStackTraceContaining("usercontext.pseudonym.key"));

  @Test
  void keepsTheApplicationFromStarting() {
    fail("it has started");
  }
}
