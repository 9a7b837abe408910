package dev.usercontext.dashboard.browser;

import dev.usercontext.dashboard.cost.PriceFile;
import dev.usercontext.dashboard.llm.ConventionReader;
import dev.usercontext.dashboard.model.SpanEvent;
import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.model.SpanUser;
import dev.usercontext.dashboard.model.StoredSpan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A span in the making. */
final class DemoSpan {
  private static final ConventionReader READER = new ConventionReader(PriceFile.shipped());

  private final String trace;
  private final String id;
  private final String name;
  private final SpanKind kind;
  private final Map<String, Object> attributes = new TreeMap<>();
  private @Nullable String parent;
  private String service = "";
  private String environment = "";
  private long start;
  private long took;
  private SpanStatus status = SpanStatus.UNSET;
  private @Nullable String message;
  private @Nullable SpanUser user;
  private List<SpanEvent> events = List.of();

  DemoSpan(String trace, String id, String name, SpanKind kind) {
    this.trace = trace;
    this.id = id;
    this.name = name;
    this.kind = kind;
  }

  DemoSpan below(String span) {
    parent = span;
    return this;
  }

  DemoSpan in(String itsService, String itsEnvironment) {
    service = itsService;
    environment = itsEnvironment;
    return this;
  }

  DemoSpan at(long from, long nanos) {
    start = from;
    took = nanos;
    return this;
  }

  DemoSpan failed(String why) {
    status = SpanStatus.ERROR;
    message = why;
    return this;
  }

  DemoSpan with(Map<String, Object> more) {
    attributes.putAll(more);
    return this;
  }

  DemoSpan event(SpanEvent event) {
    events = List.of(event);
    return this;
  }

  /** Nobody, or one of the thirty of the company, with a plan and a tenant. */
  DemoSpan of(@Nullable SpanUser somebody, int number) {
    user = somebody;
    if (somebody != null) {
      attributes.put("user_id", somebody.id());
      attributes.put("user_email", String.valueOf(somebody.email()));
      attributes.put("user_attrs.plan", number % 3 == 0 ? "pro" : "free");
      attributes.put("user_attrs.tenant", "tenant-" + number % 4);
    }
    return this;
  }

  StoredSpan build() {
    return new StoredSpan(
        trace,
        id,
        parent,
        name,
        kind,
        service,
        environment,
        start,
        took,
        status,
        message,
        user,
        READER.read(name, "", start, attributes),
        attributes,
        Map.of("service.name", service, "deployment.environment.name", environment),
        events);
  }
}
