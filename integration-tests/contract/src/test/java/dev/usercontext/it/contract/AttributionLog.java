package dev.usercontext.it.contract;

import dev.usercontext.test.ReceivedSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes down what the tests have seen, for the table in the documentation: a line for each span of
 * a user's request, and one for each row that its runtime does not have.
 */
final class AttributionLog {

  private final Path file;

  AttributionLog(Class<?> test) {
    String directory = System.getProperty("attribution.directory", "target/attribution");
    file = Path.of(directory, test.getSimpleName() + ".tsv");
  }

  /** Forgets what an earlier run of the test has seen, and says what this one will look at. */
  void begin(List<Row> rows) {
    write("", StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    rows.forEach(row -> append(List.of("known", group(row), row.name())));
  }

  void absent(Row row, String reason) {
    append(List.of("absent", group(row), row.name(), reason));
  }

  /**
   * @param cell says of which spans chance decides: those that it may give a user count as nobody's
   */
  void seen(Row row, Caller caller, List<String> reasons, List<ReceivedSpan> spans, Cell cell) {
    Set<String> traces =
        spans.stream()
            .filter(span -> span.name().equals(ExpectedSpan.ASKING))
            .map(ReceivedSpan::traceId)
            .collect(Collectors.toSet());
    String group = group(row);
    append(List.of("row", group, row.name(), caller.name(), String.join(" ", reasons)));
    for (ReceivedSpan span : spans) {
      boolean nobody = cell.isUnsure(span) || span.userAttributes().isEmpty();
      String user = nobody ? "nobody" : "user";
      String trace = traces.isEmpty() || traces.contains(span.traceId()) ? "same" : "other";
      if (cell.isInEitherTrace(span)) {
        trace = "either";
      }
      append(List.of("span", group, row.name(), caller.name(), label(span), user, trace));
    }
  }

  /** With what it is sorted by. */
  private static String group(Row row) {
    return "%02d %s".formatted(row.group().ordinal(), row.group());
  }

  private static String label(ReceivedSpan span) {
    if (span.isServer()) {
      return ExpectedSpan.SERVER;
    }
    return span.isClient() ? ExpectedSpan.CLIENT : span.name();
  }

  private void append(List<String> line) {
    write(String.join("\t", line) + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void write(String text, OpenOption... options) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, options);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
