package dev.usercontext.internal.log;

import static dev.usercontext.testkit.Users.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.testkit.LoggedMessages;
import dev.usercontext.testkit.SystemProperties;
import dev.usercontext.testkit.TestSlf4j;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.MDC;

/** The MDC of an application that logs by SLF4J. */
class Slf4jMdcTest {

  @RegisterExtension
  final SystemProperties configuration = new SystemProperties().with("usercontext.logs", "mdc");

  @RegisterExtension final LoggedMessages log = new LoggedMessages();

  @AfterEach
  void off() {
    MdcSwitch.off();
    assertThat(MDC.get("user_id")).isNull();
    TestSlf4j.use(TestSlf4j.Kind.NONE);
  }

  @Test
  void isUsedWhereItStaysOnItsThread() {
    start(TestSlf4j.Kind.OF_THREAD);
    assertThat(ADA.call(() -> MDC.get("user_id"))).isEqualTo("ada");
  }

  @Test
  void isNotUsedWhereNewThreadsWouldKeepTheUserAndThatIsSaid() {
    start(TestSlf4j.Kind.INHERITED);
    assertThat(ADA.call(() -> MDC.get("user_id"))).isNull();
    assertThat(log.texts()).anyMatch(message -> message.startsWith("UC0503"));
  }

  @Test
  void isNotUsedWhereThereIsNone() {
    start(TestSlf4j.Kind.NONE);
    assertThat(ADA.call(() -> MDC.get("user_id"))).isNull();
    assertThat(log.texts()).isEmpty();
  }

  @Test
  void isNotUsedUnlessConfigured() {
    configuration.set("usercontext.logs", "otel");
    start(TestSlf4j.Kind.OF_THREAD);
    assertThat(ADA.call(() -> MDC.get("user_id"))).isNull();
  }

  @Test
  void isNotUsedWhereTheLibraryIsSwitchedOff() {
    configuration.set("usercontext.enabled", "false");
    start(TestSlf4j.Kind.OF_THREAD);
    assertThat(ADA.call(() -> MDC.get("user_id"))).isNull();
  }

  private static void start(TestSlf4j.Kind kind) {
    TestSlf4j.use(kind);
    MdcSwitch.set(UserContextConfig.load());
  }
}
