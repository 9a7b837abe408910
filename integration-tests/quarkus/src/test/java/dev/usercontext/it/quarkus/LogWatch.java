package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.WatchedLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the application logs, which is in the JVM of the tests, stack traces included. */
public final class LogWatch extends Handler implements WatchedLog {

  private final StringWriter text = new StringWriter();
  private final Logger root = Logger.getLogger("");

  private LogWatch() {}

  public static LogWatch start() {
    LogWatch watch = new LogWatch();
    watch.root.addHandler(watch);
    return watch;
  }

  @Override
  public String text() {
    synchronized (text) {
      return text.toString();
    }
  }

  @Override
  public void publish(LogRecord record) {
    synchronized (text) {
      PrintWriter writer = new PrintWriter(text);
      writer.println(record.getMessage());
      if (record.getThrown() != null) {
        record.getThrown().printStackTrace(writer);
      }
    }
  }

  @Override
  public void flush() {
    // Nothing is buffered.
  }

  @Override
  public void close() {
    root.removeHandler(this);
  }
}
