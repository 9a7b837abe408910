package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.model.StoredSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A trace as lines, each span under its parent. Parents may be missing, or go round in a circle:
 * nothing is lost, and it ends.
 */
final class Waterfall {
  private static final int DEEPEST = 8;

  private final List<SpanRow> rows = new ArrayList<>();
  private final Map<String, List<StoredSpan>> children = new HashMap<>();
  private final Set<String> done = new HashSet<>();
  private final long start;
  private final long duration;

  private Waterfall(List<StoredSpan> spans, long end) {
    this.start = start(spans);
    this.duration = Math.max(1, end - start);
  }

  static long start(List<StoredSpan> spans) {
    return spans.stream().mapToLong(StoredSpan::startNanos).min().orElse(0);
  }

  static long end(List<StoredSpan> spans) {
    return spans.stream().mapToLong(StoredSpan::endNanos).max().orElse(0);
  }

  /**
   * A line for each span.
   *
   * @param end of the trace, of which these may be the first spans
   */
  static List<SpanRow> rows(List<StoredSpan> spans, long end) {
    Waterfall waterfall = new Waterfall(spans, end);
    Set<String> ids = new HashSet<>();
    spans.forEach(span -> ids.add(span.spanId()));
    List<StoredSpan> roots = new ArrayList<>();
    List<StoredSpan> inOrder = new ArrayList<>(spans);
    inOrder.sort(Comparator.comparingLong(StoredSpan::startNanos));
    for (StoredSpan span : inOrder) {
      String parent = span.parentId();
      if (parent == null || !ids.contains(parent)) {
        roots.add(span);
      } else {
        waterfall.children.computeIfAbsent(parent, id -> new ArrayList<>()).add(span);
      }
    }
    roots.forEach(waterfall::add);
    // What is left hangs in circles.
    inOrder.forEach(waterfall::add);
    return waterfall.rows;
  }

  /** Without recursion: a trace may be deeper than a stack. */
  private void add(StoredSpan root) {
    List<StoredSpan> open = new ArrayList<>(List.of(root));
    List<Integer> depths = new ArrayList<>(List.of(0));
    while (!open.isEmpty()) {
      StoredSpan span = open.remove(open.size() - 1);
      int depth = depths.remove(depths.size() - 1);
      if (!done.add(span.spanId())) {
        continue;
      }
      rows.add(row(span, depth));
      List<StoredSpan> below = children.getOrDefault(span.spanId(), List.of());
      for (int i = below.size() - 1; i >= 0; i--) {
        open.add(below.get(i));
        depths.add(depth + 1);
      }
    }
  }

  private SpanRow row(StoredSpan span, int depth) {
    double left = 100.0 * (span.startNanos() - start) / duration;
    double width = 100.0 * span.durationNanos() / duration;
    return new SpanRow(
        span,
        Math.min(depth, DEEPEST),
        percent(Math.min(left, 99.6)),
        percent(Math.max(0.4, Math.min(width, 100 - Math.min(left, 99.6)))));
  }

  private static String percent(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
