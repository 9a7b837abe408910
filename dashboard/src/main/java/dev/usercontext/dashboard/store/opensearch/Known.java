package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.model.LlmWork;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.NodeKind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What of a span tells who called whom.
 *
 * @param parent id of the document of the span above; null at the root
 * @param own its agent, tool or model; null where it is only work of its service
 */
record Known(@Nullable String parent, String service, @Nullable Node own) {
  /** What of a document has to be read for it. */
  static final List<String> FIELDS =
      List.of(
          "raw.trace",
          "raw.parent",
          "raw.service",
          "raw.name",
          "raw.role",
          "raw.model",
          "raw.agent",
          "raw.tool");

  static Known of(StoredSpan span) {
    String parent = span.parentId();
    return new Known(parent == null ? null : span.traceId() + parent, span.service(), own(span));
  }

  private static @Nullable Node own(StoredSpan span) {
    LlmWork llm = span.llm();
    return llm == null
        ? null
        : own(llm.role().ordinal(), span.name(), llm.model(), llm.agent(), llm.tool());
  }

  static Known of(JsonNode raw) {
    String parent = Json.text(raw, "parent");
    Long role = Json.number(raw, "role");
    return new Known(
        parent == null ? null : Json.text(raw, "trace") + parent,
        String.valueOf(Json.text(raw, "service")),
        role == null
            ? null
            : own(
                role.intValue(),
                String.valueOf(Json.text(raw, "name")),
                Json.text(raw, "model"),
                Json.text(raw, "agent"),
                Json.text(raw, "tool")));
  }

  private static Node own(
      int role,
      String name,
      @Nullable String model,
      @Nullable String agent,
      @Nullable String tool) {
    return switch (RawSpan.ROLES[role]) {
      case MODEL_CALL -> new Node(NodeKind.MODEL, Objects.requireNonNullElse(model, ""));
      case AGENT -> new Node(NodeKind.AGENT, Objects.requireNonNullElse(agent, name));
      case TOOL -> new Node(NodeKind.TOOL, Objects.requireNonNullElse(tool, name));
    };
  }
}
