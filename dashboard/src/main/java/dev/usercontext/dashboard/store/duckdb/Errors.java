package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.StoreException;
import dev.usercontext.dashboard.store.StoreException.Code;
import java.nio.file.Path;
import java.util.Locale;

/** What the database says went wrong, in our codes. It has no codes of its own but texts. */
final class Errors {
  private Errors() {}

  static StoreException coded(Path folder, Exception cause) {
    String said = String.valueOf(cause.getMessage());
    String text = said.toLowerCase(Locale.ROOT);
    if (text.contains("could not set lock") || text.contains("conflicting lock")) {
      return new StoreException(
          Code.UCD001,
          "The folder "
              + folder
              + " is in use by another process. Stop it, or take another folder.",
          cause);
    }
    if (text.contains("permission denied") || text.contains("read-only")) {
      return new StoreException(
          Code.UCD002, "The folder " + folder + " can't be written to: " + said, cause);
    }
    if (text.contains("no space left")
        || text.contains("file too large")
        || text.contains("disk quota")
        || text.contains("could not write")) {
      return new StoreException(
          Code.UCD004,
          "The disk of " + folder + " is full. Make room, or keep fewer days. " + said,
          cause);
    }
    if (text.contains("not a valid duckdb")
        || text.contains("corrupt")
        || text.contains("checksum")
        || text.contains("serialization error")
        || text.contains("failure while replaying wal")) {
      return new StoreException(
          Code.UCD003,
          "A file in "
              + folder
              + " is damaged. Restore it from a backup, or take another folder; it is left as it is. "
              + said,
          cause);
    }
    return new StoreException(Code.UCD006, "The store does not answer: " + said, cause);
  }
}
