package dev.usercontext.it.contract;

/** What a server has logged since somebody began to look. */
@FunctionalInterface
public interface WatchedLog extends AutoCloseable {

  String text();

  @Override
  default void close() {
    // Most read a file.
  }
}
