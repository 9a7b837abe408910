package dev.usercontext.it.quarkus.refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnknownVocabularyIT {

  @RegisterExtension
  static final QuarkusUnitTest APPLICATION =
      new QuarkusUnitTest()
          .withEmptyApplication()
          .overrideRuntimeConfigKey("usercontext.vocabularies", "flat,esperanto")
          .assertException(
              failure ->
                  assertThat(failure)
                      .hasStackTraceContaining("UC0102")
                      .hasStackTraceContaining("usercontext.vocabularies")
                      .hasStackTraceContaining("esperanto"));

  @Test
  void keepsTheApplicationFromStarting() {
    fail("it has started");
  }
}
