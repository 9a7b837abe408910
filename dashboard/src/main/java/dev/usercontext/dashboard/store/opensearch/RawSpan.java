package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.model.LlmRole;
import dev.usercontext.dashboard.model.LlmWork;
import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.model.SpanUser;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AttributesJson;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a span says, as the member {@code raw} of its document, and back. */
final class RawSpan {
  static final LlmRole[] ROLES = LlmRole.values();
  private static final SpanKind[] KINDS = SpanKind.values();
  private static final SpanStatus[] STATUSES = SpanStatus.values();

  private RawSpan() {}

  static Map<String, Object> of(StoredSpan span) {
    Map<String, Object> raw =
        Json.object(
            "trace",
            span.traceId(),
            "span",
            span.spanId(),
            "parent",
            span.parentId(),
            "name",
            span.name(),
            "kind",
            span.kind().ordinal(),
            "service",
            span.service(),
            "environment",
            span.environment(),
            "start",
            span.startNanos(),
            "duration",
            span.durationNanos(),
            "status",
            span.status().ordinal(),
            "message",
            span.statusMessage(),
            // As texts: OpenSearch would read them, and write other numbers.
            "attributes",
            AttributesJson.write(span.attributes()),
            "resource",
            AttributesJson.write(span.resource()),
            "events",
            span.events().isEmpty() ? null : AttributesJson.writeEvents(span.events()));
    if (span.user() != null) {
      raw.putAll(Json.object("user", span.user().id(), "email", span.user().email()));
    }
    LlmWork llm = span.llm();
    if (llm != null) {
      raw.putAll(
          Json.object(
              "role",
              llm.role().ordinal(),
              "operation",
              llm.operation(),
              "provider",
              llm.provider(),
              "model",
              llm.model(),
              "agent",
              llm.agent(),
              "tool",
              llm.tool(),
              "input",
              llm.inputTokens(),
              "output",
              llm.outputTokens(),
              "cached",
              llm.cachedTokens(),
              "cost",
              llm.costNanoUsd()));
    }
    return raw;
  }

  /** The span of a hit. */
  static StoredSpan span(JsonNode hit) {
    JsonNode raw = hit.path("_source").path("raw");
    String user = Json.text(raw, "user");
    return new StoredSpan(
        required(raw, "trace"),
        required(raw, "span"),
        Json.text(raw, "parent"),
        required(raw, "name"),
        KINDS[raw.path("kind").asInt()],
        required(raw, "service"),
        Json.text(raw, "environment"),
        raw.path("start").asLong(),
        raw.path("duration").asLong(),
        STATUSES[raw.path("status").asInt()],
        Json.text(raw, "message"),
        user == null ? null : new SpanUser(user, Json.text(raw, "email")),
        llm(raw),
        AttributesJson.read(Json.text(raw, "attributes")),
        AttributesJson.read(Json.text(raw, "resource")),
        AttributesJson.readEvents(Json.text(raw, "events")));
  }

  private static String required(JsonNode raw, String member) {
    return Objects.requireNonNull(Json.text(raw, member), member);
  }

  private static @Nullable LlmWork llm(JsonNode raw) {
    Long role = Json.number(raw, "role");
    return role == null
        ? null
        : new LlmWork(
            ROLES[role.intValue()],
            Json.text(raw, "operation"),
            Json.text(raw, "provider"),
            Json.text(raw, "model"),
            Json.text(raw, "agent"),
            Json.text(raw, "tool"),
            Json.number(raw, "input"),
            Json.number(raw, "output"),
            Json.number(raw, "cached"),
            Json.number(raw, "cost"));
  }
}
