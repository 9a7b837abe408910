package dev.usercontext.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.Deployment;
import dev.usercontext.testkit.LoggedMessages;
import dev.usercontext.testkit.ProcessorFlag;
import dev.usercontext.testkit.SystemProperties;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of an application when it starts. */
class StartMessagesTest {

  @RegisterExtension final SystemProperties properties = new SystemProperties();
  @RegisterExtension final LoggedMessages log = new LoggedMessages();

  @ParameterizedTest
  @EnumSource
  void theStartSaysWhatWasFound(Deployment deployment) {
    ProcessorFlag.set(false);
    deployment.run(container -> {});

    assertThat(log.texts())
        .singleElement()
        .asString()
        .startsWith("UC0001 ")
        .contains("servlet, JAX-RS, Jakarta Security, MicroProfile JWT")
        .contains("vocabularies flat, otel")
        .contains("span processor to be loaded with the first span");
  }

  @ParameterizedTest
  @EnumSource
  void theStartSaysThatTheProcessorIsLoaded(Deployment deployment) {
    ProcessorFlag.set(true);
    deployment.run(container -> {});

    assertThat(log.texts()).singleElement().asString().endsWith("span processor loaded");
  }

  @ParameterizedTest
  @EnumSource
  void theStartSaysThatItIsSwitchedOff(Deployment deployment) {
    properties.set("usercontext.enabled", "false");
    deployment.run(container -> {});

    assertThat(log.texts())
        .containsExactly("UC0002 User Context is switched off by usercontext.enabled=false");
  }

  @ParameterizedTest
  @EnumSource
  void theStartWarnsOfUnknownKeys(Deployment deployment) {
    properties.set("usercontext.vocabulary", "usr");
    deployment.run(container -> {});

    assertThat(log.warnings())
        .containsExactly(
            "UC0101 Unknown configuration key usercontext.vocabulary;"
                + " did you mean usercontext.vocabularies?");
  }
}
