package dev.usercontext.it.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file that a server logs to. */
public final class LogFile {

  /** As telemetry.cli of WildFly has it, too. */
  public static final String QUARKUS_FORMAT =
      "%d %-5p [%c] (%t) user=[%X{user_id}] email=[%X{user_email}] %s%e%n";

  private static final Pattern MDC = Pattern.compile("user=\\[(.*?)] email=\\[(.*?)] ");

  private LogFile() {}

  public static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The line with this text, where a pattern writes it. */
  public static Optional<LoggedLine> inPattern(Path file, String text) {
    return line(file, text)
        .map(MDC::matcher)
        .filter(Matcher::find)
        .map(found -> new LoggedLine(found.group(1), found.group(2)));
  }

  /** The line with this text. */
  public static Optional<String> line(Path file, String text) {
    return read(file).lines().filter(line -> line.contains(text)).findFirst();
  }
}
