package dev.usercontext.dashboard.intake;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;

/** What has come in since the start. All methods may be called on any thread. */
@Singleton
public class IntakeCounters {

  /**
   * The counters at one moment.
   *
   * @param stored spans that are durable, those that were there already included
   * @param rejected spans that can't be stored, whatever one does
   * @param refused spans that were to be sent again later, as the queue was full or the store
   *     failed
   * @param malformed requests that could not be read
   * @param dataPoints of metrics, which are not stored
   * @param logRecords which are not stored
   */
  public record Counts(
      long stored, long rejected, long refused, long malformed, long dataPoints, long logRecords) {}

  private final LongAdder stored = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder malformed = new LongAdder();
  private final LongAdder dataPoints = new LongAdder();
  private final LongAdder logRecords = new LongAdder();

  public Counts read() {
    return new Counts(
        stored.sum(),
        rejected.sum(),
        refused.sum(),
        malformed.sum(),
        dataPoints.sum(),
        logRecords.sum());
  }

  void stored(int spans) {
    stored.add(spans);
  }

  void rejected(int spans) {
    rejected.add(spans);
  }

  void refused(int spans) {
    refused.add(spans);
  }

  void malformed() {
    malformed.increment();
  }

  void dataPoints(int count) {
    dataPoints.add(count);
  }

  void logRecords(int count) {
    logRecords.add(count);
  }
}
