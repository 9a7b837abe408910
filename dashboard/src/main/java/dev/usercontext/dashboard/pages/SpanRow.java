package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.model.LlmRole;
import dev.usercontext.dashboard.model.LlmWork;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.model.StoredSpan;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A span as a line of a table or of a waterfall.
 *
 * @param depth how many spans of the trace are above it, at most eight
 * @param left where its bar begins, in percent of the trace
 * @param width of its bar, in percent
 */
public record SpanRow(StoredSpan span, int depth, String left, String width) {

  static SpanRow of(StoredSpan span) {
    return new SpanRow(span, 0, "0", "0");
  }

  public boolean error() {
    return span.status() == SpanStatus.ERROR;
  }

  /** Whether it is a call of a model. */
  public boolean call() {
    return span.isLlmCall();
  }

  /** For the style sheet. */
  public String role() {
    LlmWork llm = span.llm();
    if (llm == null) {
      return "other";
    }
    return llm.role() == LlmRole.MODEL_CALL ? "llm" : llm.role().name().toLowerCase(Locale.ROOT);
  }

  /** For people. */
  public String roleName() {
    return role().equals("other") ? span.kind().name().toLowerCase(Locale.ROOT) : role();
  }

  /** The model, agent or tool, or empty. */
  public String what() {
    LlmWork llm = span.llm();
    if (llm == null) {
      return "";
    }
    String what =
        switch (llm.role()) {
          case MODEL_CALL -> llm.model();
          case AGENT -> llm.agent();
          case TOOL -> llm.tool();
        };
    return Objects.requireNonNullElse(what, "");
  }

  /** Of both ways; null where neither is known. */
  public @Nullable Long tokens() {
    LlmWork llm = span.llm();
    return llm == null || (llm.inputTokens() == null && llm.outputTokens() == null)
        ? null
        : Objects.requireNonNullElse(llm.inputTokens(), 0L)
            + Objects.requireNonNullElse(llm.outputTokens(), 0L);
  }
}
