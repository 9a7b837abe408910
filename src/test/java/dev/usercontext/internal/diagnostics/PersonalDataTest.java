package dev.usercontext.internal.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.internal.request.UserResolution;
import dev.usercontext.testkit.LoggedMessages;
import dev.usercontext.testkit.SystemProperties;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the log says of a failure whose message names somebody. */
class PersonalDataTest {

  @RegisterExtension final SystemProperties properties = new SystemProperties();
  @RegisterExtension final LoggedMessages log = new LoggedMessages();

  @Test
  void isAllOfItWithoutPseudonyms() {
    fail();

    assertThat(logged()).contains("no account of carol", "carol is gone");
  }

  @Test
  void isClassesAndLinesWithPseudonyms() {
    PersonalData.hide();
    fail();

    assertThat(logged())
        .contains("UC0401", "java.lang.IllegalStateException", "java.lang.RuntimeException")
        .contains("PersonalDataTest.java:")
        .doesNotContain("carol");
  }

  @Test
  void isNotTheNameThatThePrincipalFailedWith() {
    PersonalData.hide();
    new UserResolution(List.of())
        .resolve(
            () -> {
              throw new IllegalStateException("carol has no name");
            },
            null);

    assertThat(logged()).contains("UC0402", "java.lang.IllegalStateException");
    assertThat(logged()).doesNotContain("carol");
  }

  private static void fail() {
    new UserResolution(
            List.of(
                identity -> {
                  throw new IllegalStateException(
                      "no account of carol", new RuntimeException("carol is gone"));
                }))
        .resolve(() -> "carol", null);
  }

  private String logged() {
    StringWriter text = new StringWriter();
    log.texts().forEach(text::append);
    log.causes().forEach(cause -> cause.printStackTrace(new PrintWriter(text, true)));
    return text.toString();
  }
}
