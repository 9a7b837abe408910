package dev.usercontext.docs;

import dev.usercontext.internal.config.ConfigKey;
import dev.usercontext.internal.diagnostics.Message;
import dev.usercontext.internal.privacy.Provenance;
import dev.usercontext.internal.vocabulary.Term;
import dev.usercontext.internal.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of the reference are what the code says, all of it and nothing else. */
class ReferenceTest {

  @Test
  void everyConfigurationKey() {
    Constants said = Constants.of(ConfigKey.class);
    new Section("docs/configuration.md", "configuration keys")
        .check(
            table(
                List.of("key", "default", ""),
                Arrays.stream(ConfigKey.values())
                    .map(
                        key ->
                            List.of(
                                code(key.key()), code(key.defaultValue()), said.meaning(key)))));
  }

  @Test
  void everyMessage() {
    Constants said = Constants.of(Message.class);
    new Section("docs/messages.md", "messages")
        .check(
            table(
                List.of("code", "what it says", "what to do"),
                Arrays.stream(Message.values())
                    .map(
                        message ->
                            Stream.concat(
                                    Stream.of(message.code()), said.paragraphs(message).stream())
                                .toList())));
  }

  @Test
  void everyAttribute() {
    Constants said = Constants.of(Term.class);
    List<String> head =
        Stream.of(
                Stream.of(""),
                Vocabulary.BUILT_IN.stream().map(one -> code(one.configName())),
                Stream.of("what it says"))
            .flatMap(cells -> cells)
            .toList();
    new Section("docs/span-attributes.md", "attributes")
        .check(
            table(
                head,
                Arrays.stream(Term.values())
                    .map(
                        term ->
                            Stream.of(
                                    Stream.of(code(term.configName())),
                                    Vocabulary.BUILT_IN.stream()
                                        .map(one -> code(one.names().getOrDefault(term, ""))),
                                    Stream.of(said.meaning(term)))
                                .flatMap(cells -> cells)
                                .toList())));
  }

  @Test
  void everySource() {
    Constants said = Constants.of(Provenance.class);
    new Section("docs/span-attributes.md", "sources")
        .check(
            table(
                List.of("value", "who said who the user is"),
                Arrays.stream(Provenance.values())
                    .map(one -> List.of(code(one.attribute()), said.meaning(one)))));
  }

  private static String table(List<String> head, Stream<List<String>> rows) {
    return line(head)
        + "|---".repeat(head.size())
        + "|\n"
        + rows.map(ReferenceTest::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream()
            .map(cell -> cell.isEmpty() ? "|" : "| " + cell + " ")
            .collect(Collectors.joining())
            .replaceAll("\\|(?=\\|)", "| ")
        + "|\n";
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }
}
