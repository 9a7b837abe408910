package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.model.LlmRole;
import dev.usercontext.dashboard.model.LlmWork;
import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.model.SpanUser;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AttributesJson;
import dev.usercontext.dashboard.store.LatencyHistogram;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** A span to a row, and back. */
final class SpanColumns {
  /** What {@link #read} reads, in its order. */
  static final String SELECT =
      """
      trace_id, span_id, parent_id, start_nanos, duration_nanos, name, kind, status, \
      status_message, service, environment, user_id, user_email, role, operation, provider, model, \
      agent, tool, input_tokens, output_tokens, cached_tokens, cost, attributes, resource, events""";

  private static final SpanKind[] KINDS = SpanKind.values();
  private static final SpanStatus[] STATUSES = SpanStatus.values();
  private static final LlmRole[] ROLES = LlmRole.values();

  private SpanColumns() {}

  static int number(LlmRole role) {
    return role.ordinal();
  }

  static void append(DuckDBAppender row, SpanRow prepared, int edge, int block)
      throws SQLException {
    StoredSpan span = prepared.span();
    row.beginRow();
    row.append(prepared.trace());
    row.append(prepared.id());
    append(row, prepared.parent());
    row.append(span.startNanos());
    row.append(span.durationNanos());
    row.append(span.name());
    row.append((byte) span.kind().ordinal());
    row.append((byte) span.status().ordinal());
    append(row, span.statusMessage());
    row.append(span.service());
    append(row, span.environment());
    SpanUser user = span.user();
    append(row, user == null ? null : user.id());
    append(row, user == null ? null : user.email());
    append(row, span.llm());
    row.append(prepared.attributes());
    row.append(prepared.resource().json());
    append(row, prepared.events());
    append(row, prepared.userAttributes());
    row.append(prepared.words());
    row.append((short) LatencyHistogram.bucket(span.durationNanos()));
    row.append(edge);
    row.append(block);
    row.endRow();
  }

  private static void append(DuckDBAppender row, @Nullable LlmWork llm) throws SQLException {
    if (llm == null) {
      for (int column = 0; column < 10; column++) {
        row.appendNull();
      }
      return;
    }
    row.append((byte) number(llm.role()));
    append(row, llm.operation());
    append(row, llm.provider());
    append(row, llm.model());
    append(row, llm.agent());
    append(row, llm.tool());
    append(row, llm.inputTokens());
    append(row, llm.outputTokens());
    append(row, llm.cachedTokens());
    append(row, llm.costNanoUsd());
  }

  private static void append(DuckDBAppender row, @Nullable String value) throws SQLException {
    if (value == null) {
      row.appendNull();
    } else {
      row.append(value);
    }
  }

  private static void append(DuckDBAppender row, @Nullable Long value) throws SQLException {
    if (value == null) {
      row.appendNull();
    } else {
      row.append((long) value);
    }
  }

  static StoredSpan read(ResultSet row) throws SQLException {
    String userId = row.getString(12);
    return new StoredSpan(
        Ids.trace((UUID) row.getObject(1)),
        Ids.span(row.getLong(2)),
        row.getObject(3) == null ? null : Ids.span(row.getLong(3)),
        row.getString(6),
        KINDS[row.getInt(7)],
        row.getString(10),
        row.getString(11),
        row.getLong(4),
        row.getLong(5),
        STATUSES[row.getInt(8)],
        row.getString(9),
        userId == null ? null : new SpanUser(userId, row.getString(13)),
        row.getObject(14) == null ? null : llm(row),
        AttributesJson.read(row.getString(24)),
        AttributesJson.read(row.getString(25)),
        AttributesJson.readEvents(row.getString(26)));
  }

  private static LlmWork llm(ResultSet row) throws SQLException {
    return new LlmWork(
        ROLES[row.getInt(14)],
        row.getString(15),
        row.getString(16),
        row.getString(17),
        row.getString(18),
        row.getString(19),
        number(row, 20),
        number(row, 21),
        number(row, 22),
        number(row, 23));
  }

  private static @Nullable Long number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
