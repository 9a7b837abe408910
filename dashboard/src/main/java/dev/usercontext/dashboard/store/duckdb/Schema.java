package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables, and the way to them from any older version. */
final class Schema {

  /**
   * Each entry leads from the version of its index to the next one. None is ever changed: what is
   * new comes as one more entry.
   */
  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              // The order of the columns is the one in which SpanColumns appends and reads. Ids
              // can't
              // be compressed; long texts by zstd cost the least time and room, as measured.
              """
              CREATE TABLE spans (
                trace_id UUID NOT NULL USING COMPRESSION uncompressed,
                span_id BIGINT NOT NULL USING COMPRESSION uncompressed,
                parent_id BIGINT USING COMPRESSION uncompressed,
                start_nanos BIGINT NOT NULL, duration_nanos BIGINT NOT NULL,
                name VARCHAR NOT NULL, kind TINYINT NOT NULL, status TINYINT NOT NULL,
                status_message VARCHAR, service VARCHAR NOT NULL, environment VARCHAR,
                user_id VARCHAR, user_email VARCHAR,
                role TINYINT, operation VARCHAR, provider VARCHAR, model VARCHAR, agent VARCHAR,
                tool VARCHAR, input_tokens BIGINT, output_tokens BIGINT, cached_tokens BIGINT,
                cost BIGINT,
                attributes VARCHAR NOT NULL USING COMPRESSION zstd,
                resource VARCHAR NOT NULL,
                events VARCHAR USING COMPRESSION zstd,
                user_attributes VARCHAR,
                words VARCHAR NOT NULL USING COMPRESSION zstd,
                latency SMALLINT NOT NULL, edge INTEGER NOT NULL, block INTEGER NOT NULL)""",
              // filter: see BloomFilter; first and last: when its spans began.
              """
              CREATE TABLE blocks (
                block INTEGER NOT NULL, first BIGINT NOT NULL, last BIGINT NOT NULL,
                filter BLOB NOT NULL)""",
              """
              CREATE TABLE edges (
                edge INTEGER NOT NULL, from_kind TINYINT NOT NULL, from_name VARCHAR NOT NULL,
                to_kind TINYINT NOT NULL, to_name VARCHAR NOT NULL)"""),
          // Empty: Sums fills them for the blocks that are there.
          List.of(
              """
              CREATE TABLE user_sums (
                block INTEGER NOT NULL, hour BIGINT NOT NULL, user_id VARCHAR, user_email VARCHAR,
                service VARCHAR NOT NULL, environment VARCHAR, user_attributes VARCHAR,
                spans BIGINT NOT NULL, llm_calls BIGINT NOT NULL, input_tokens BIGINT NOT NULL,
                output_tokens BIGINT NOT NULL, cached_tokens BIGINT NOT NULL, cost BIGINT NOT NULL,
                cost_unknown BIGINT NOT NULL, errors BIGINT NOT NULL, llm_errors BIGINT NOT NULL,
                first BIGINT NOT NULL, last BIGINT NOT NULL)""",
              """
              CREATE TABLE name_sums (
                block INTEGER NOT NULL, day BIGINT NOT NULL, service VARCHAR NOT NULL,
                environment VARCHAR, kind TINYINT NOT NULL, name VARCHAR NOT NULL,
                spans BIGINT NOT NULL, with_user BIGINT NOT NULL)"""),
          // A user's own attributes may be the resource's; Sums sums these blocks up anew.
          List.of(
              """
              DELETE FROM user_sums WHERE block IN (
                SELECT block FROM spans WHERE contains(resource, '"{prefix}'))""",
              """
              UPDATE spans SET user_attributes = json_merge_patch(
                (SELECT json_group_object(own.key, own.value) FROM json_each(resource) own
                  WHERE starts_with(own.key, '{prefix}')), coalesce(user_attributes, '{}'))
              WHERE contains(resource, '"{prefix}')"""));

  static final int VERSION = STEPS.size();

  private Schema() {}

  /**
   * Creates what is missing; all of it or nothing.
   *
   * @param userAttributePrefix what the names of user attributes begin with
   */
  static void migrate(Connection connection, String userAttributePrefix) throws SQLException {
    String prefix = userAttributePrefix.replace("'", "''");
    try (Statement sql = connection.createStatement()) {
      sql.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
      int version = version(sql);
      if (version > VERSION) {
        throw new StoreException(
            StoreException.Code.UCD005,
            "The folder has version "
                + version
                + ", and this dashboard knows "
                + VERSION
                + ". Run the newer dashboard, or take another folder.");
      }
      for (List<String> step : STEPS.subList(version, VERSION)) {
        sql.execute("BEGIN TRANSACTION");
        for (String statement : step) {
          sql.execute(statement.replace("{prefix}", prefix));
        }
        version++;
        sql.execute("DELETE FROM schema_version");
        sql.execute("INSERT INTO schema_version VALUES (" + version + ")");
        sql.execute("COMMIT");
      }
    }
  }

  private static int version(Statement sql) throws SQLException {
    try (ResultSet row = sql.executeQuery("SELECT coalesce(max(version), 0) FROM schema_version")) {
      row.next();
      return row.getInt(1);
    }
  }
}
