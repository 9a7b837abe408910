package dev.usercontext.testkit;

import dev.usercontext.internal.diagnostics.Log;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What this library logs during a test, which forgets what it has said before. */
public final class LoggedMessages extends Handler implements BeforeEachCallback, AfterEachCallback {

  private final Logger logger = Logger.getLogger("dev.usercontext");
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  @Override
  public void beforeEach(ExtensionContext context) throws ReflectiveOperationException {
    Field said = Log.class.getDeclaredField("SAID");
    said.setAccessible(true);
    ((Set<?>) said.get(null)).clear();
    logger.addHandler(this);
    logger.setLevel(Level.ALL);
    logger.setUseParentHandlers(false);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    logger.setLevel(null);
    logger.setUseParentHandlers(true);
    logger.removeHandler(this);
  }

  /** The texts, in order. */
  public List<String> texts() {
    return records.stream().map(LogRecord::getMessage).toList();
  }

  public List<String> warnings() {
    return records.stream()
        .filter(record -> record.getLevel() == Level.WARNING)
        .map(LogRecord::getMessage)
        .toList();
  }

  /** What the warnings were logged with. */
  public List<Throwable> causes() {
    return records.stream().map(LogRecord::getThrown).filter(Objects::nonNull).toList();
  }

  @Override
  public void publish(LogRecord record) {
    records.add(record);
  }

  @Override
  public void flush() {
    // Nothing is buffered.
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
