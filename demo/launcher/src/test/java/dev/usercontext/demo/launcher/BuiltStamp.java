package dev.usercontext.demo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** What demo/run goes by: that all is built, and when. Says "now", and then what it said before. */
final class BuiltStamp implements AutoCloseable {
  private static final Path FILE = Path.of("target", "built-quarkus");

  // null: there was none
  private final FileTime before;

  private BuiltStamp(FileTime before) {
    this.before = before;
  }

  static BuiltStamp now() throws IOException {
    FileTime before = Files.exists(FILE) ? Files.getLastModifiedTime(FILE) : null;
    if (before == null) {
      Files.createFile(FILE);
    }
    Files.setLastModifiedTime(FILE, FileTime.from(Instant.now()));
    return new BuiltStamp(before);
  }

  @Override
  public void close() throws IOException {
    if (before == null) {
      Files.delete(FILE);
    } else {
      Files.setLastModifiedTime(FILE, before);
    }
  }
}
