package dev.usercontext.dashboard.health;

import dev.usercontext.dashboard.intake.IntakeCounters;
import dev.usercontext.dashboard.intake.IntakeCounters.Counts;
import dev.usercontext.dashboard.store.SpanStore;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToDoubleFunction;

/** What came in, and what is stored, as metrics. */
@ApplicationScoped
public class Meters {

  void register(
      @Observes StartupEvent start,
      MeterRegistry registry,
      IntakeCounters counters,
      SpanStore store) {
    counter(registry, counters, "stored", Counts::stored);
    counter(registry, counters, "rejected", Counts::rejected);
    counter(registry, counters, "refused", Counts::refused);
    FunctionCounter.builder(
            "dashboard.intake.malformed.requests", counters, c -> c.read().malformed())
        .register(registry);
    Gauge.builder("dashboard.store.spans", store, s -> s.stats().spans()).register(registry);
    Gauge.builder("dashboard.store.size", store, s -> s.stats().bytes())
        .baseUnit("bytes")
        .register(registry);
  }

  private static void counter(
      MeterRegistry registry,
      IntakeCounters counters,
      String outcome,
      ToDoubleFunction<Counts> count) {
    FunctionCounter.builder("dashboard.intake.spans", counters, c -> count.applyAsDouble(c.read()))
        .tag("outcome", outcome)
        .register(registry);
  }
}
