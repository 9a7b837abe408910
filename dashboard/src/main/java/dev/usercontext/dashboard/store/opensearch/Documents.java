package dev.usercontext.dashboard.store.opensearch;

import dev.usercontext.dashboard.model.LlmRole;
import dev.usercontext.dashboard.model.LlmWork;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.model.SpanUser;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.LatencyHistogram;
import dev.usercontext.dashboard.store.NodeKind;
import dev.usercontext.dashboard.store.SpanText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span as a document: what it says is in {@link RawSpan raw}, and the only thing that is kept as
 * it came; the other fields are made from it, to be searched and summed up.
 */
final class Documents {
  private final String userAttributePrefix;

  Documents(String userAttributePrefix) {
    this.userAttributePrefix = userAttributePrefix;
  }

  static String id(StoredSpan span) {
    return span.traceId() + span.spanId();
  }

  /**
   * The document of a span.
   *
   * @param sinceMillis when it began to wait for its caller, if it does
   */
  Map<String, Object> document(StoredSpan span, Caller caller, long sinceMillis) {
    Map<String, Object> document =
        Json.object(
            "raw",
            RawSpan.of(span),
            "trace",
            span.traceId(),
            "span",
            span.spanId(),
            "start",
            span.startNanos(),
            "time",
            Math.floorDiv(span.startNanos(), 1_000_000L),
            "duration",
            span.durationNanos(),
            "latency",
            LatencyHistogram.bucket(span.durationNanos()),
            "name",
            Terms.of(span.name()),
            "service",
            Terms.of(span.service()),
            "environment",
            term(span.environment()),
            "kind",
            span.kind().ordinal(),
            "status",
            span.status().ordinal(),
            "errors",
            span.status() == SpanStatus.ERROR ? 1 : null,
            "words",
            List.of(SpanText.of(span).strip().split(" {2}")));
    user(document, span.user());
    llm(document, span.llm());
    attributes(document, span);
    if (caller.edge() != null) {
      document.put("edge", Terms.edge(caller.edge()));
      document.put("fromUser", caller.edge().from().kind() == NodeKind.USER);
    } else if (caller.missing() != null) {
      document.put("missing", caller.missing());
      document.put("since", sinceMillis);
    }
    return document;
  }

  private static @Nullable String term(@Nullable String text) {
    return text == null ? null : Terms.of(text);
  }

  private static void user(Map<String, Object> document, @Nullable SpanUser user) {
    if (user == null) {
      return;
    }
    document.put("user", Terms.of(user.id()));
    List<String> find = new ArrayList<>(List.of(lower(user.id())));
    if (user.email() != null) {
      document.put("email", Terms.of(user.email()));
      find.add(lower(user.email()));
    }
    document.put("find", find);
  }

  static String lower(String text) {
    return Terms.of(text.toLowerCase(Locale.ROOT));
  }

  /** Sums are of LLM calls only, so only those have what is summed up. */
  private static void llm(Map<String, Object> document, @Nullable LlmWork llm) {
    if (llm == null) {
      return;
    }
    document.putAll(
        Json.object(
            "model",
            term(llm.model()),
            "agent",
            term(llm.agent()),
            "tool",
            term(llm.tool()),
            "cost",
            llm.costNanoUsd()));
    if (llm.role() == LlmRole.MODEL_CALL) {
      document.putAll(
          Json.object(
              "calls",
              1,
              "unknown",
              llm.costNanoUsd() == null ? 1 : null,
              "spent",
              llm.costNanoUsd(),
              "input",
              llm.inputTokens(),
              "output",
              llm.outputTokens(),
              "cached",
              llm.cachedTokens()));
    }
  }

  private void attributes(Map<String, Object> document, StoredSpan span) {
    Map<String, Object> all = new HashMap<>(span.resource());
    all.putAll(span.attributes());
    List<String> terms = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    List<String> own = new ArrayList<>();
    all.forEach(
        (key, value) -> {
          String term = Terms.attribute(key, value);
          terms.add(term);
          if (key.startsWith(userAttributePrefix)) {
            own.add(term);
          }
          String number = Terms.number(key, value);
          if (number != null) {
            numbers.add(number);
          }
        });
    document.put("attributes", terms);
    document.put("own", own);
    document.put("numbers", numbers);
    document.put("keys", all.keySet().stream().map(Terms::of).toList());
  }
}
