package dev.usercontext.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What one way costs.
 *
 * @param cpu nanoseconds of CPU time for a span, in the quietest of all iterations
 * @param bytes allocated for a span
 */
record Figures(double cpu, double bytes) {

  static Figures of(RunResult run) {
    Collection<IterationResult> iterations =
        run.getBenchmarkResults().stream().flatMap(r -> r.getIterationResults().stream()).toList();
    // To JMH, a batch is one operation.
    int batch = run.getParams().getMeasurement().getBatchSize();
    return new Figures(
        least(iterations, CpuProfiler.LABEL) / batch,
        least(iterations, "gc.alloc.rate.norm") / batch);
  }

  /** The lesser ones: what is more is other work of the machine. */
  Figures least(Figures other) {
    return new Figures(Math.min(cpu, other.cpu), Math.min(bytes, other.bytes));
  }

  private static double least(Collection<IterationResult> iterations, String label) {
    return iterations.stream()
        .map(iteration -> iteration.getSecondaryResults().get(label))
        .mapToDouble(Result::getScore)
        .min()
        .orElse(Double.NaN);
  }
}
