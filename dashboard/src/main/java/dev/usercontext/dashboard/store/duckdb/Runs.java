package dev.usercontext.dashboard.store.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Blocks as runs of their numbers, in their order. For one thread. */
final class Runs {
  /** Blocks from one number to another, both inclusive. */
  record Run(int from, int to) {}

  private final List<Run> runs = new ArrayList<>();

  /** Adds a block that comes after all others. */
  void add(int block) {
    add(block, block);
  }

  /** Adds all blocks from this one on. */
  void addFrom(int block) {
    add(block, Integer.MAX_VALUE);
  }

  private void add(int from, int to) {
    int end = runs.size() - 1;
    if (end >= 0 && runs.get(end).to == from - 1) {
      runs.set(end, new Run(runs.get(end).from, to));
    } else {
      runs.add(new Run(from, to));
    }
  }

  /** Closes the smallest gaps until there are no more runs than that. */
  Runs atMost(int limit) {
    for (int gap = 2; runs.size() > limit; gap *= 2) {
      List<Run> all = List.copyOf(runs);
      runs.clear();
      for (Run run : all) {
        int end = runs.size() - 1;
        if (end >= 0 && run.from - runs.get(end).to <= gap) {
          runs.set(end, new Run(runs.get(end).from, run.to));
        } else {
          runs.add(run);
        }
      }
    }
    return this;
  }

  int size() {
    return runs.size();
  }

  boolean isEmpty() {
    return runs.isEmpty();
  }

  /** How many blocks, if the open one is the last. */
  long blocks(int open) {
    return runs.stream().mapToLong(run -> Math.min(run.to, open) - run.from + 1L).sum();
  }

  /** A condition. It is pushed down into the scan, which skips what is between: IN would not be. */
  String sql() {
    return runs.stream()
        .map(run -> "block BETWEEN " + run.from() + " AND " + run.to())
        .collect(Collectors.joining(" OR ", "(", ")"));
  }
}
