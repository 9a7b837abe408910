package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.model.LlmRole;
import dev.usercontext.dashboard.model.LlmWork;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.NodeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a span, to find edges.
 *
 * @param parent the key of the span above; 0 at the root
 * @param own its agent, tool or model
 */
record Known(long parent, Node service, @Nullable Node own) {
  /** What {@link #read} reads, in its order. */
  static final String SELECT = "trace_id, parent_id, service, name, role, model, agent, tool";

  private static final LlmRole[] ROLES = LlmRole.values();

  static Known of(SpanRow row) {
    LlmWork llm = row.span().llm();
    return new Known(
        row.parentKey(),
        new Node(NodeKind.SERVICE, row.span().service()),
        llm == null
            ? null
            : own(llm.role(), row.span().name(), llm.model(), llm.agent(), llm.tool()));
  }

  /** A stored span. */
  static Known read(ResultSet row) throws SQLException {
    long parent = row.getLong(2);
    return new Known(
        row.wasNull() ? 0 : Ids.key((UUID) row.getObject(1), parent),
        new Node(NodeKind.SERVICE, row.getString(3)),
        row.getObject(5) == null
            ? null
            : own(
                ROLES[row.getInt(5)],
                row.getString(4),
                row.getString(6),
                row.getString(7),
                row.getString(8)));
  }

  private static Node own(
      LlmRole role,
      String name,
      @Nullable String model,
      @Nullable String agent,
      @Nullable String tool) {
    return switch (role) {
      case MODEL_CALL -> new Node(NodeKind.MODEL, Objects.requireNonNullElse(model, ""));
      case AGENT -> new Node(NodeKind.AGENT, Objects.requireNonNullElse(agent, name));
      case TOOL -> new Node(NodeKind.TOOL, Objects.requireNonNullElse(tool, name));
    };
  }
}
