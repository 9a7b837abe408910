package dev.usercontext.dashboard.api;

import dev.usercontext.dashboard.cost.NanoUsd;
import dev.usercontext.dashboard.model.LlmWork;
import dev.usercontext.dashboard.model.SpanUser;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AttributesJson;
import dev.usercontext.dashboard.store.CostGroup;
import dev.usercontext.dashboard.store.Coverage;
import dev.usercontext.dashboard.store.GraphEdge;
import dev.usercontext.dashboard.store.Totals;
import dev.usercontext.dashboard.store.UserRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a CSV export. Times are ISO 8601 in UTC, money is dollars, what is unknown is
 * empty.
 *
 * @param names the first line
 * @param values one row's cells
 */
record Columns<T>(List<String> names, Function<T, List<Object>> values) {

  /** A point of a cost series. */
  record CostRow(CostGroup.Kind kind, String name, CostGroup.Point point) {}

  static final Columns<UserRow> USER =
      new Columns<>(
          List.of(
              "user_id",
              "user_email",
              "spans",
              "llm_calls",
              "input_tokens",
              "output_tokens",
              "cached_tokens",
              "cost_usd",
              "cost_unknown_calls",
              "errors",
              "models",
              "first_seen",
              "last_seen"),
          row ->
              cells(
                  row.id(),
                  row.email(),
                  row.totals().spans(),
                  row.totals().llmCalls(),
                  row.totals().inputTokens(),
                  row.totals().outputTokens(),
                  row.totals().cachedTokens(),
                  usd(row.totals().costNanoUsd()),
                  row.totals().costUnknown(),
                  row.totals().errors(),
                  String.join(" ", row.models()),
                  time(row.firstSeenNanos()),
                  time(row.lastSeenNanos())));

  static final Columns<CostRow> COST =
      new Columns<>(
          List.of(
              "group",
              "name",
              "from",
              "llm_calls",
              "input_tokens",
              "output_tokens",
              "cached_tokens",
              "cost_usd",
              "cost_unknown_calls",
              "errors"),
          row -> {
            Totals totals = row.point().totals();
            return cells(
                row.kind(),
                row.name(),
                time(row.point().startNanos()),
                totals.llmCalls(),
                totals.inputTokens(),
                totals.outputTokens(),
                totals.cachedTokens(),
                usd(totals.costNanoUsd()),
                totals.costUnknown(),
                totals.errors());
          });

  static final Columns<GraphEdge> EDGE =
      new Columns<>(
          List.of(
              "from_kind",
              "from",
              "to_kind",
              "to",
              "calls",
              "errors",
              "p50_ms",
              "p95_ms",
              "cost_usd"),
          row ->
              cells(
                  row.edge().from().kind(),
                  row.edge().from().name(),
                  row.edge().to().kind(),
                  row.edge().to().name(),
                  row.calls(),
                  row.errors(),
                  millis(row.latency().p50Nanos()),
                  millis(row.latency().p95Nanos()),
                  usd(row.costNanoUsd())));

  static final Columns<Coverage.Row> COVERAGE =
      new Columns<>(
          List.of("service", "kind", "day", "spans", "with_user"),
          row ->
              cells(row.service(), row.kind(), time(row.dayNanos()), row.spans(), row.withUser()));

  static final Columns<StoredSpan> SPAN =
      new Columns<>(
          List.of(
              "time",
              "trace_id",
              "span_id",
              "parent_id",
              "name",
              "service",
              "environment",
              "kind",
              "status",
              "status_message",
              "user_id",
              "user_email",
              "role",
              "provider",
              "model",
              "agent",
              "tool",
              "input_tokens",
              "output_tokens",
              "cached_tokens",
              "cost_usd",
              "duration_ms",
              "attributes"),
          Columns::span);

  List<Object> cells(T row) {
    return values.apply(row);
  }

  private static List<Object> span(StoredSpan span) {
    SpanUser user = span.user();
    LlmWork llm = span.llm();
    return cells(
        time(span.startNanos()),
        span.traceId(),
        span.spanId(),
        span.parentId(),
        span.name(),
        span.service(),
        span.environment(),
        span.kind(),
        span.status(),
        span.statusMessage(),
        user == null ? null : user.id(),
        user == null ? null : user.email(),
        llm == null ? null : llm.role(),
        llm == null ? null : llm.provider(),
        llm == null ? null : llm.model(),
        llm == null ? null : llm.agent(),
        llm == null ? null : llm.tool(),
        llm == null ? null : llm.inputTokens(),
        llm == null ? null : llm.outputTokens(),
        llm == null ? null : llm.cachedTokens(),
        llm == null ? null : usd(llm.costNanoUsd()),
        millis(span.durationNanos()),
        AttributesJson.write(span.attributes()));
  }

  private static List<Object> cells(@Nullable Object... cells) {
    return Arrays.asList(cells);
  }

  private static @Nullable BigDecimal usd(@Nullable Long nanos) {
    return nanos == null ? null : plain(NanoUsd.toUsd(nanos));
  }

  private static BigDecimal millis(long nanos) {
    return plain(BigDecimal.valueOf(nanos, 6));
  }

  /** Without zeros at the end, and without an exponent. */
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal shorter = number.stripTrailingZeros();
    return shorter.scale() < 0 ? shorter.setScale(0) : shorter;
  }

  private static String time(long nanos) {
    return Instant.ofEpochSecond(
            Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L))
        .toString();
  }
}
