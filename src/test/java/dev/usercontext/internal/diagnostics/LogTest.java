package dev.usercontext.internal.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.LoggedMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LogTest {

  @RegisterExtension final LoggedMessages log = new LoggedMessages();

  @Test
  void saysTheSameOfOneSubjectOnce() {
    Log.warnOnce(Message.IDENTITY_UNUSABLE, "subject", null, "first");
    Log.warnOnce(Message.IDENTITY_UNUSABLE, "subject", null, "second");

    assertThat(log.warnings()).singleElement().asString().endsWith("first");
  }

  @Test
  void saysItOfAnotherSubjectToo() {
    Log.warnOnce(Message.IDENTITY_UNUSABLE, "one", null, "first");
    Log.warnOnce(Message.IDENTITY_UNUSABLE, "two", null, "second");
    Log.warnOnce(Message.PARAMETER_UNUSABLE, "one", null, "third", "reason");

    assertThat(log.warnings()).hasSize(3);
  }

  @Test
  void doesNotGoOnForEverWhereTheSubjectDiffersEachTime() {
    for (int i = 0; i < 10_000; i++) {
      Log.warnOnce(Message.IDENTITY_UNUSABLE, "subject " + i, null, "reason");
    }

    assertThat(log.warnings()).hasSizeBetween(1, 1_000);
  }
}
