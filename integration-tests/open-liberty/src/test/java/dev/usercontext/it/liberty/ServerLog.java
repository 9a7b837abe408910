package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.WatchedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The records that a server has written to messages.log since a test began to look. */
final class ServerLog implements WatchedLog {

  private static final Pattern RECORD = Pattern.compile("^(?=\\[\\d)", Pattern.MULTILINE);

  private final Path file;
  private final int start;

  private ServerLog(Path file) {
    this.file = file;
    this.start = read().length();
  }

  /**
   * @param server as arquillian.xml calls it
   */
  static ServerLog of(String server) {
    return new ServerLog(file(server));
  }

  static Path file(String server) {
    Path servers = Path.of(System.getProperty("wlp.home"), "usr", "servers");
    Path directory = servers.resolve(server + System.getProperty("server.suffix"));
    return directory.resolve("logs").resolve("messages.log");
  }

  /** Those that contain all of the texts, the lines of a stack trace included. */
  List<String> records(String... texts) {
    return RECORD
        .splitAsStream(read().substring(start))
        .filter(record -> List.of(texts).stream().allMatch(record::contains))
        .toList();
  }

  @Override
  public String text() {
    return read().substring(start);
  }

  private String read() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
