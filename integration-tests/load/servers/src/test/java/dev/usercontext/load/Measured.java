package dev.usercontext.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All that was measured of one variant. */
final class Measured {

  private final List<Turn> turns = new ArrayList<>();
  private final List<Double> startCpu = new ArrayList<>();
  private final List<Double> startSeconds = new ArrayList<>();
  private final List<Double> heap = new ArrayList<>();
  private final List<Double> resident = new ArrayList<>();

  void started(double cpuMillis, double seconds) {
    startCpu.add(cpuMillis);
    startSeconds.add(seconds);
  }

  void took(Turn turn) {
    turns.add(turn);
  }

  void holds(double heapMegabytes, double residentMegabytes) {
    heap.add(heapMegabytes);
    resident.add(residentMegabytes);
  }

  double median(ToDoubleFunction<Turn> figure) {
    return middle(turns.stream().map(figure::applyAsDouble).toList());
  }

  /** The median of the ratios of each turn to that of the other in the same round. */
  double ratio(ToDoubleFunction<Turn> figure, Measured other) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      ratios.add(figure.applyAsDouble(turns.get(i)) / figure.applyAsDouble(other.turns.get(i)));
    }
    return middle(ratios);
  }

  /** Half of the ratios are that close to {@link #ratio}. */
  double spread(ToDoubleFunction<Turn> figure, Measured other) {
    double middle = ratio(figure, other);
    List<Double> distances = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      distances.add(
          Math.abs(
              figure.applyAsDouble(turns.get(i)) / figure.applyAsDouble(other.turns.get(i))
                  - middle));
    }
    return middle(distances);
  }

  double startCpu() {
    return middle(startCpu);
  }

  double startSeconds() {
    return middle(startSeconds);
  }

  double heap() {
    return middle(heap);
  }

  double resident() {
    return middle(resident);
  }

  private static double middle(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
