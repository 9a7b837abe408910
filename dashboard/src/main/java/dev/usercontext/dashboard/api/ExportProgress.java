package dev.usercontext.dashboard.api;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far the exports are that somebody asked to be told of, by names that the askers made up. Only
 * the newest are known. For all threads.
 */
@Singleton
class ExportProgress {
  private static final int MOST = 1_000;

  private final Map<String, Running> exports =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Running> eldest) {
          return size() > MOST;
        }
      };

  /** One export, while it is written. */
  static final class Running {
    private final AtomicLong rows = new AtomicLong();
    private volatile boolean done;

    void row() {
      rows.incrementAndGet();
    }

    void done() {
      done = true;
    }
  }

  /**
   * How far an export is.
   *
   * @param rows that are written
   * @param done whether there will be no more, for whatever reason
   */
  public record Progress(long rows, boolean done) {}

  synchronized Running begin(String name) {
    Running export = new Running();
    exports.put(name, export);
    return export;
  }

  /** Empty where it was not begun here, or long ago. */
  synchronized Optional<Progress> of(String name) {
    return Optional.ofNullable(exports.get(name))
        .map(export -> new Progress(export.rows.get(), export.done));
  }
}
