package dev.usercontext.dashboard.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span as it is kept. {@code traceId} and {@code spanId} together are its identity.
 *
 * <p>Values of attributes are {@code String}, {@code Long}, {@code Double}, {@code Boolean}, a
 * {@code List} or a {@code Map} of these, or null within such a list. Bytes are kept as Base64.
 *
 * @param traceId 32 lower-case hexadecimal digits
 * @param spanId 16 lower-case hexadecimal digits
 * @param parentId 16 lower-case hexadecimal digits; null at the root
 * @param service {@code service.name} of the resource, or "unknown_service"
 * @param environment {@code deployment.environment.name} of the resource
 * @param startNanos nanoseconds since the epoch, by the sender's clock
 * @param durationNanos never negative, whatever the sender's clock says
 * @param user null for nobody
 * @param llm null where no language model is involved
 * @param attributes in the order of their names
 * @param resource attributes of the resource
 */
public record StoredSpan(
    String traceId,
    String spanId,
    @Nullable String parentId,
    String name,
    SpanKind kind,
    String service,
    @Nullable String environment,
    long startNanos,
    long durationNanos,
    SpanStatus status,
    @Nullable String statusMessage,
    @Nullable SpanUser user,
    @Nullable LlmWork llm,
    Map<String, Object> attributes,
    Map<String, Object> resource,
    List<SpanEvent> events) {

  public long endNanos() {
    return startNanos + durationNanos;
  }

  /** Whether this is a call of a language model. */
  public boolean isLlmCall() {
    return llm != null && llm.role() == LlmRole.MODEL_CALL;
  }
}
