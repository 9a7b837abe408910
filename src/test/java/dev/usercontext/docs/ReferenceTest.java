package dev.usercontext.docs;

import dev.usercontext.internal.config.ConfigKey;
import dev.usercontext.internal.diagnostics.Message;
import dev.usercontext.internal.privacy.Provenance;
import dev.usercontext.internal.vocabulary.Term;
import dev.usercontext.internal.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of the reference are what the code says, all of it and nothing else. */
class ReferenceTest {

  private static final String EDITOR_HELP =
      """
      package dev.usercontext.internal.config;

      import org.eclipse.microprofile.config.inject.ConfigProperty;
      import org.jspecify.annotations.Nullable;

      /**
       * What the MicroProfile language server finds in the jar, and with it the editors that use it:
       * every key, its type and its default. Nothing else uses this class. Written by the tests from
       * {@link ConfigKey}: change that.
       */
      final class EditorHelp {

      """;

  @Test
  void everyConfigurationKey() {
    Constants said = Constants.of(ConfigKey.class);
    new Section("docs/configuration.md", "configuration keys")
        .check(
            table(
                List.of("key", "default", "what it does"),
                Arrays.stream(ConfigKey.values())
                    .map(
                        key ->
                            List.of(
                                code(key.key()), code(key.defaultValue()), said.meaning(key)))));
  }

  @Test
  void editorsKnowEveryKey() {
    Constants said = Constants.of(ConfigKey.class);
    Section.checkWhole(
        "src/main/java/dev/usercontext/internal/config/EditorHelp.java",
        EDITOR_HELP
            + Arrays.stream(ConfigKey.values())
                .map(key -> "  " + said.comment(key) + "\n" + field(key))
                .collect(Collectors.joining("\n"))
            + "\n  private EditorHelp() {}\n}\n");
  }

  private static String field(ConfigKey key) {
    String value = key.defaultValue();
    String type =
        value.matches("true|false")
            ? "boolean"
            : value.matches("\\d+") ? "int" : "@Nullable String";
    return "  @ConfigProperty(name = \"%s\"%s)\n  %s %s;\n"
        .formatted(
            key.key(),
            value.isEmpty() ? "" : ", defaultValue = \"" + value + "\"",
            type,
            camelCase(key.name()));
  }

  private static String camelCase(String constant) {
    return Pattern.compile("_(\\w)")
        .matcher(constant.toLowerCase(Locale.ROOT))
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
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
