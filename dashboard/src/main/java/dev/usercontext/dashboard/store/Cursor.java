package dev.usercontext.dashboard.store;

import dev.usercontext.dashboard.model.LlmWork;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AuditQuery.Order;
import dev.usercontext.dashboard.store.StoreException.Code;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The last span of a page.
 *
 * @param rank cost or duration; null for unknown cost, and where time is the order
 */
public record Cursor(Order order, @Nullable Long rank, long start, String trace, String span) {

  /** The page after this span begins here. */
  public static Cursor of(Order order, StoredSpan span) {
    LlmWork llm = span.llm();
    Long rank =
        switch (order) {
          case NEWEST -> null;
          case COST -> llm == null ? null : llm.costNanoUsd();
          case LATENCY -> span.durationNanos();
        };
    return new Cursor(order, rank, span.startNanos(), span.traceId(), span.spanId());
  }

  /** Letters, digits, "-" and "_". */
  public String encode() {
    String text =
        order + " " + (rank == null ? "-" : rank) + " " + start + " " + trace + " " + span;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What {@link #encode} made, for the same order; else UCD008. */
  public static Cursor decode(Order order, String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ");
      Cursor cursor =
          new Cursor(
              Order.valueOf(parts[0]),
              parts[1].equals("-") ? null : Long.valueOf(parts[1]),
              Long.parseLong(parts[2]),
              parts[3],
              parts[4]);
      if (cursor.order == order
          && cursor.trace.matches("[0-9a-f]{32}")
          && cursor.span.matches("[0-9a-f]{16}")) {
        return cursor;
      }
    } catch (RuntimeException notOne) {
      // As good as one of another order.
    }
    throw new StoreException(Code.UCD008, "This is no page of that order: begin with the first.");
  }
}
