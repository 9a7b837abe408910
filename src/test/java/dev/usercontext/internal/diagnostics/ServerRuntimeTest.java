package dev.usercontext.internal.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.SystemProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServerRuntimeTest {

  @RegisterExtension final SystemProperties properties = new SystemProperties();

  @ParameterizedTest
  @CsvSource({"jboss.home.dir, WILDFLY", "wlp.install.dir, OPEN_LIBERTY"})
  void isFoundOutByWhatItCannotRunWithout(String property, ServerRuntime runtime) {
    properties.set(property, "/opt/server");

    assertThat(ServerRuntime.detect()).isEqualTo(runtime);
  }

  @Test
  void isPlainJavaOtherwise() {
    assertThat(ServerRuntime.detect()).isEqualTo(ServerRuntime.OTHER);
  }

  @ParameterizedTest
  @EnumSource
  void comesWithAdvice(ServerRuntime runtime) {
    assertThat(runtime.howToEnableOpenTelemetry()).isNotBlank();
    assertThat(runtime.howToLoadProcessor()).isNotBlank();
  }

  @Test
  void onOpenLibertyTheAdviceIsToLeaveRuntimeMode() {
    assertThat(ServerRuntime.OPEN_LIBERTY.howToLoadProcessor()).contains("otel.sdk.disabled=false");
  }
}
