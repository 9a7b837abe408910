package dev.usercontext.internal.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.Project;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** docs/messages.md lists what there is, all of it and nothing else. */
class MessagesDocumentTest {

  @Test
  void explainsEveryMessage() {
    assertThat(Project.find("docs/messages.md", "^\\| (UC\\d{4}) \\| \\S.* \\| \\S.* \\|$"))
        .containsExactlyElementsOf(Arrays.stream(Message.values()).map(Message::code).toList());
  }
}
