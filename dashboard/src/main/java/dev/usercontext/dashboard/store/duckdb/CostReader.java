package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.CostGroup;
import dev.usercontext.dashboard.store.CostGroup.Kind;
import dev.usercontext.dashboard.store.CostGroup.Point;
import dev.usercontext.dashboard.store.CostQuery;
import dev.usercontext.dashboard.store.CostQuery.Bucket;
import dev.usercontext.dashboard.store.CostQuery.GroupBy;
import dev.usercontext.dashboard.store.CostSeries;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.Totals;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;

/** What LLM calls cost. */
final class CostReader {
  private record Key(Kind kind, String name) {}

  private final Query query;
  private final String attributePrefix;

  CostReader(Query query, String attributePrefix) {
    this.query = query;
    this.attributePrefix = attributePrefix;
  }

  CostSeries series(DuckDBConnection connection, CostQuery cost) throws SQLException {
    List<Object> parameters = new ArrayList<>();
    String calls = isSummed(cost) ? summed(cost, parameters) : counted(cost, parameters);
    Map<Key, TreeMap<Long, Totals>> series = new HashMap<>();
    Query.rows(
        connection,
        "WITH calls AS ("
            + calls
            + " GROUP BY ALL), "
            + merged(cost)
            + "top AS (SELECT grp FROM groups WHERE grp IS NOT NULL GROUP BY grp"
            + " ORDER BY sum(cost) DESC, sum(llm_calls) DESC, grp LIMIT "
            + cost.top()
            + ") SELECT top.grp, groups.grp IS NULL AS nobody, bucket, sum(spans)::BIGINT,"
            + " sum(llm_calls)::BIGINT, sum(input_tokens)::BIGINT, sum(output_tokens)::BIGINT,"
            + " sum(cached_tokens)::BIGINT, "
            + TotalColumns.most("sum(cost)")
            + ", sum(cost_unknown)::BIGINT,"
            + " sum(errors)::BIGINT FROM groups LEFT JOIN top ON top.grp = groups.grp GROUP BY ALL",
        parameters,
        row -> {
          String name = row.getString(1);
          Key key =
              name != null
                  ? new Key(Kind.NAMED, name)
                  : new Key(row.getBoolean(2) ? Kind.NONE : Kind.REST, "");
          return series
              .computeIfAbsent(key, none -> new TreeMap<>())
              .merge(begin(row.getLong(3), cost.bucket()), TotalColumns.read(row, 4), Totals::plus);
        });
    return sorted(series);
  }

  /** What the sums of users and hours tell. */
  private boolean isSummed(CostQuery cost) {
    return switch (cost.groupBy()) {
      case USER, SERVICE, ENVIRONMENT -> true;
      case ATTRIBUTE -> ofUser(cost);
      default -> false;
    };
  }

  private String summed(CostQuery cost, List<Object> parameters) {
    String group =
        switch (cost.groupBy()) {
          case USER -> "user_id";
          case SERVICE -> "service";
          case ENVIRONMENT -> "environment";
          default -> "user_attributes";
        };
    // Only calls of a model have tokens and cost.
    Query.Source sums =
        query.sums(SumTable.USERS, cost.filter().toBuilder().onlyLlmCalls(false).build());
    parameters.addAll(sums.parameters());
    return "SELECT "
        + group
        + " AS grp, "
        + SumTable.floor("hour", unit(cost))
        + " AS bucket, "
        + TotalColumns.CALL_SUMS
        + " FROM "
        + sums.sql()
        + " WHERE llm_calls > 0";
  }

  private String counted(CostQuery cost, List<Object> parameters) {
    Where where = query.where(cost.filter()).and(Where.IS_LLM_CALL);
    String group =
        switch (cost.groupBy()) {
          case MODEL -> "model";
          case AGENT -> "agent";
          default -> {
            String pointer = AttributeWhere.pointer(String.valueOf(cost.attribute()));
            parameters.add(pointer);
            parameters.add(pointer);
            yield "coalesce(attributes ->> ?, resource ->> ?)";
          }
        };
    parameters.addAll(where.parameters());
    return "SELECT "
        + group
        + " AS grp, "
        + SumTable.floor("start_nanos", unit(cost))
        + " AS bucket, "
        + TotalColumns.OF_CALLS
        + " FROM "
        + query.from(cost.filter(), where)
        + " WHERE "
        + where.sql();
  }

  private static long unit(CostQuery cost) {
    return cost.bucket() == Bucket.HOUR ? SumTable.HOUR : SumTable.DAY;
  }

  private boolean ofUser(CostQuery cost) {
    return cost.groupBy() == GroupBy.ATTRIBUTE
        && String.valueOf(cost.attribute()).startsWith(attributePrefix);
  }

  /** User attributes are grouped as a whole, which is quick, and only then taken apart. */
  private String merged(CostQuery cost) {
    if (!ofUser(cost)) {
      return "groups AS (FROM calls), ";
    }
    String pointer = AttributeWhere.pointer(String.valueOf(cost.attribute())).replace("'", "''");
    return "groups AS (SELECT * REPLACE (grp ->> '" + pointer + "' AS grp) FROM calls), ";
  }

  /** Where the bucket begins that an hour or a day belongs to. */
  private static long begin(long nanos, Bucket bucket) {
    if (bucket == Bucket.HOUR || bucket == Bucket.DAY) {
      return nanos;
    }
    LocalDate day = Instant.ofEpochSecond(0, nanos).atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate first =
        bucket == Bucket.MONTH
            ? day.withDayOfMonth(1)
            : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return TimeRange.nanos(first.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static CostSeries sorted(Map<Key, TreeMap<Long, Totals>> series) {
    Totals all = Totals.ZERO;
    List<CostGroup> groups = new ArrayList<>();
    for (Map.Entry<Key, TreeMap<Long, Totals>> entry : series.entrySet()) {
      Totals totals = entry.getValue().values().stream().reduce(Totals.ZERO, Totals::plus);
      all = all.plus(totals);
      groups.add(
          new CostGroup(
              entry.getKey().kind,
              entry.getKey().name,
              totals,
              entry.getValue().entrySet().stream()
                  .map(point -> new Point(point.getKey(), point.getValue()))
                  .toList()));
    }
    groups.sort(
        Comparator.comparing(CostGroup::kind)
            .thenComparing(group -> group.totals().costNanoUsd(), Comparator.reverseOrder())
            .thenComparing(group -> group.totals().llmCalls(), Comparator.reverseOrder())
            .thenComparing(CostGroup::name));
    return new CostSeries(all, List.copyOf(groups));
  }
}
