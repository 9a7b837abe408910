package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.WatchedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the server that arquillian.xml starts has logged since a test began to look. */
final class ServerLog implements WatchedLog {

  private static final Path FILE =
      Path.of(System.getProperty("wildfly.home"), "standalone", "log", "server.log");

  private final int start = read().length();

  private ServerLog() {}

  static ServerLog start() {
    return new ServerLog();
  }

  @Override
  public String text() {
    return read().substring(start);
  }

  private static String read() {
    try {
      return Files.readString(FILE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
