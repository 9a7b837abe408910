package dev.usercontext.benchmarks;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Starts and ends a child of the current span, which is what most spans are. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SpanBenchmark {

  /** What all threads of a run share. */
  @State(Scope.Benchmark)
  public static class Process {
    @Param public Way way;

    Telemetry telemetry;

    @Setup
    public void start() {
      telemetry = Telemetry.of(way);
    }

    @TearDown
    public void stop() {
      telemetry.close();
    }
  }

  /** What each thread of a run is in the middle of. */
  @State(Scope.Thread)
  public static class Surroundings {
    private Way way;
    private Tracer tracer;
    private Situation situation;

    @Setup
    public void begin(Process process) {
      way = process.way;
      tracer = process.telemetry.tracer();
      situation = Situation.of(way, process.telemetry);
    }

    @TearDown
    public void end() {
      situation.close();
    }
  }

  @Benchmark
  public Span span(Surroundings in) {
    Span span = in.tracer.spanBuilder("child").startSpan();
    if (in.way == Way.BY_HAND_3) {
      Caller.writeThree(span);
    } else if (in.way == Way.BY_HAND_5) {
      Caller.writeFive(span);
    } else if (in.way == Way.BY_HAND_PSEUDONYM) {
      Caller.writePseudonym(span);
    }
    span.end();
    return span;
  }
}
