package dev.usercontext.dashboard.cost;

import dev.usercontext.dashboard.model.LlmWork;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a span what it says about a language model, and what that costs. The intake asks it
 * once for each span, on many threads; it must not throw.
 */
@FunctionalInterface
public interface LlmReader {

  /** Sees no language model anywhere. */
  LlmReader NONE = (name, scope, startNanos, attributes) -> null;

  /**
   * What the span says.
   *
   * @param name of the span
   * @param scope name of the instrumentation scope, "" where there is none
   * @param startNanos when the call began, which decides the price
   * @return null where no language model is involved
   */
  @Nullable LlmWork read(
      String name, String scope, long startNanos, Map<String, Object> attributes);
}
