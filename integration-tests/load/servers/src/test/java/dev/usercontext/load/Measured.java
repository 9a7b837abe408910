package dev.usercontext.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All that was measured of one variant. */
final class Measured {

  /** What a server costs until its first answer, with nothing else running. */
  record Start(double cpuMillis, double wallMillis) {}

  /** What a server holds after all of its turns, in megabytes. */
  record Memory(double heap, double resident) {}

  private final List<Turn> turns = new ArrayList<>();
  private final List<Start> starts = new ArrayList<>();
  private final List<Memory> memory = new ArrayList<>();

  void took(Turn turn) {
    turns.add(turn);
  }

  void started(Start start) {
    starts.add(start);
  }

  void holds(Memory held) {
    memory.add(held);
  }

  Sample turns(ToDoubleFunction<Turn> figure) {
    return Sample.of(turns.stream().map(figure::applyAsDouble).toList());
  }

  /** The ratios of each turn to that of the other in the same round. */
  Sample ratio(ToDoubleFunction<Turn> figure, Measured other) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      ratios.add(figure.applyAsDouble(turns.get(i)) / figure.applyAsDouble(other.turns.get(i)));
    }
    return Sample.of(ratios);
  }

  Sample starts(ToDoubleFunction<Start> figure) {
    return Sample.of(starts.stream().map(figure::applyAsDouble).toList());
  }

  /** What each start took more than that of the other in the same round. */
  Sample later(ToDoubleFunction<Start> figure, Measured other) {
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      differences.add(
          figure.applyAsDouble(starts.get(i)) - figure.applyAsDouble(other.starts.get(i)));
    }
    return Sample.of(differences);
  }

  Sample memory(ToDoubleFunction<Memory> figure) {
    return Sample.of(memory.stream().map(figure::applyAsDouble).toList());
  }
}
