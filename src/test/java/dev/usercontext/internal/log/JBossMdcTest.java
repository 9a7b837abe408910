package dev.usercontext.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.OtherThread;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** JBoss LogManager, whose MDC every new thread inherits. */
class JBossMdcTest {

  @RegisterExtension final OtherThread other = new OtherThread();

  private final JBossMdc mdc = new JBossMdc();

  @AfterEach
  void clear() {
    MDC.remove("user_id");
  }

  @Test
  void itsOwnThreadReadsTheValue() {
    mdc.put("user_id", "ada");
    assertThat(MDC.get("user_id")).hasToString("ada");
  }

  @Test
  void aThreadThatInheritsItReadsNothing() {
    mdc.put("user_id", "ada");
    Object inherited = MDC.get("user_id");
    other.run(
        () -> {
          MDC.put("user_id", inherited);
          assertThat(MDC.get("user_id")).hasToString("");
          MDC.remove("user_id");
        });
  }

  @Test
  void aHandlerThatWritesARecordLaterReadsTheValue() {
    mdc.put("user_id", "ada");
    Object ofRecord = MDC.get("user_id");
    mdc.remove("user_id");
    assertThat(other.call(ofRecord::toString)).isEqualTo("ada");
  }

  @Test
  void whatStoodThereBeforeIsBack() {
    MDC.put("user_id", 42);
    Object before = mdc.get("user_id");
    mdc.put("user_id", "ada");
    mdc.restore("user_id", before);
    assertThat(MDC.get("user_id")).isEqualTo(42);
  }
}
