package dev.usercontext.internal.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageTest {

  @Test
  void everyCodeIsUnique() {
    assertThat(Arrays.stream(Message.values()).map(Message::code)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeHasTheFormThatPeopleSearchFor(Message message) {
    assertThat(message.code()).matches("UC\\d{4}");
    assertThat(message.text("a", "b", "c", "d", "e", "f")).startsWith(message.code() + " ");
  }

  @ParameterizedTest
  @EnumSource
  void everyArgumentIsShown(Message message) {
    assertThat(message.text("a", "b", "c", "d", "e", "f")).doesNotContainPattern("\\{\\d}");
  }

  @Test
  void argumentsAreShownAsTheyAre() {
    assertThat(Message.INVALID_VALUE.text("usercontext.x", "it's {0}", "1'000"))
        .isEqualTo("UC0102 Configuration usercontext.x=it's {0}: 1'000");
  }
}
