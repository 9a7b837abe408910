package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.model.SpanEvent;
import dev.usercontext.dashboard.model.SpanUser;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.query.AttributeQuery;
import dev.usercontext.dashboard.query.InvalidQueryException;
import dev.usercontext.dashboard.query.Params;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.TraceSummary;
import dev.usercontext.dashboard.web.Queries;
import dev.usercontext.dashboard.web.SpanTotals;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A trace, and one of its spans. */
@Path("/trace")
@Produces(MediaType.TEXT_HTML)
public class TracePage {
  /** Of a larger trace no more is read: it may be larger than memory. */
  private static final int MOST_LINES = 2_000;

  private static final int LONGEST_LINK = 200;

  @Inject SpanStore store;
  @Inject PageContext context;

  /** An attribute; the link searches for it, or is empty. */
  public record Pair(String name, String value, String link) {}

  /** An event of a span. */
  public record Event(String name, long offset, boolean exception, List<Pair> pairs) {}

  @GET
  public Response trace() {
    Params params = context.params();
    String id = Queries.required(params, "id").strip().toLowerCase(Locale.ROOT);
    if (!id.matches("[0-9a-f]{32}")) {
      throw new InvalidQueryException("id has 32 hexadecimal digits");
    }
    List<StoredSpan> found = store.trace(id, null, MOST_LINES + 1);
    if (found.isEmpty()) {
      throw new NotFoundException("No span of this trace is stored; it may have been erased.");
    }
    List<StoredSpan> spans = found.subList(0, Math.min(found.size(), MOST_LINES));
    TraceSummary summary =
        spans.size() == found.size()
            ? summary(spans)
            : store.traceSummary(id).orElseGet(() -> summary(found));
    List<SpanRow> rows = Waterfall.rows(spans, summary.endNanos());
    StoredSpan root = rows.get(0).span();
    StoredSpan selected = selected(id, params.get("span"), spans).orElse(root);
    Map<String, Object> data = context.data(root.name(), "/trace");
    data.put("title", root.name());
    data.put("traceId", id);
    data.put("rows", rows);
    data.put("left", Math.max(0, summary.totals().spans() - rows.size()));
    data.put("totals", summary.totals());
    data.put("users", summary.users());
    long start = summary.startNanos();
    long duration = summary.endNanos() - start;
    data.put("startNanos", start);
    data.put("durationNanos", duration);
    data.put("quarter", duration / 4);
    data.put("half", duration / 2);
    data.put("threeQuarters", duration / 4 * 3);
    data.put("selected", selected);
    data.put("attributes", pairs(selected.attributes(), true));
    data.put("resource", pairs(selected.resource(), false));
    data.put("events", selected.events().stream().map(event -> event(selected, event)).toList());
    return context.render("trace", data);
  }

  /** The span of the address, which may be one of those that are not drawn. */
  private Optional<StoredSpan> selected(String trace, @Nullable String id, List<StoredSpan> spans) {
    if (id == null || !id.matches("[0-9a-f]{16}")) {
      return Optional.empty();
    }
    return spans.stream()
        .filter(span -> span.spanId().equals(id))
        .findFirst()
        .or(() -> store.span(trace, id));
  }

  /** Of a trace that is at hand. */
  private static TraceSummary summary(List<StoredSpan> spans) {
    List<String> users =
        spans.stream()
            .map(StoredSpan::user)
            .filter(Objects::nonNull)
            .map(SpanUser::id)
            .distinct()
            .limit(TraceSummary.USERS)
            .toList();
    return new TraceSummary(
        SpanTotals.of(spans), Waterfall.start(spans), Waterfall.end(spans), users);
  }

  private static Event event(StoredSpan span, SpanEvent event) {
    return new Event(
        event.name(),
        Math.max(0, event.timeNanos() - span.startNanos()),
        event.name().equals("exception"),
        pairs(event.attributes(), false));
  }

  private static List<Pair> pairs(Map<String, Object> attributes, boolean linked) {
    List<Pair> pairs = new ArrayList<>();
    attributes.forEach(
        (name, value) -> {
          String text = String.valueOf(value);
          boolean simple = !(value instanceof List) && !(value instanceof Map);
          String query =
              linked && simple && text.length() <= LONGEST_LINK
                  ? AttributeQuery.equalTo(name, text)
                  : null;
          pairs.add(new Pair(name, text, query == null ? "" : search(query)));
        });
    return pairs;
  }

  private static String search(String query) {
    return Params.none().with("range", "all").with("q", query).link("/search");
  }
}
