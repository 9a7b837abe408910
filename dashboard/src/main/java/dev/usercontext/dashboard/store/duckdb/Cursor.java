package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.model.LlmWork;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AuditQuery.Order;
import dev.usercontext.dashboard.store.StoreException;
import dev.usercontext.dashboard.store.StoreException.Code;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The last span of a page.
 *
 * @param rank cost or duration; null for unknown cost, and where time is the order
 */
record Cursor(Order order, @Nullable Long rank, long start, String trace, String span) {

  static Cursor of(Order order, StoredSpan span) {
    LlmWork llm = span.llm();
    Long rank =
        switch (order) {
          case NEWEST -> null;
          case COST -> llm == null ? null : llm.costNanoUsd();
          case LATENCY -> span.durationNanos();
        };
    return new Cursor(order, rank, span.startNanos(), span.traceId(), span.spanId());
  }

  String encode() {
    String text =
        order + " " + (rank == null ? "-" : rank) + " " + start + " " + trace + " " + span;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Cursor decode(Order order, String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ");
      Cursor cursor =
          new Cursor(
              Order.valueOf(parts[0]),
              parts[1].equals("-") ? null : Long.valueOf(parts[1]),
              Long.parseLong(parts[2]),
              Ids.trace(Ids.trace(parts[3])),
              Ids.span(Ids.span(parts[4])));
      if (cursor.order == order) {
        return cursor;
      }
    } catch (RuntimeException notOne) {
      // As good as one of another order.
    }
    throw new StoreException(Code.UCD008, "This is no page of that order: begin with the first.");
  }
}
