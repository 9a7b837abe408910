package dev.usercontext.dashboard.store;

import dev.usercontext.dashboard.model.LlmRole;
import dev.usercontext.dashboard.model.LlmWork;
import dev.usercontext.dashboard.model.SpanEvent;
import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.model.SpanUser;
import dev.usercontext.dashboard.model.StoredSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes spans, with something sensible for all that a test does not say. */
public final class TestSpan {
  /** 2026-11-02T00:00:00Z, a Monday. */
  public static final long T0 = 1_793_577_600_000_000_000L;

  public static final long SECOND = 1_000_000_000L;
  public static final long HOUR = 3600 * SECOND;
  public static final long DAY = 24 * HOUR;

  private String trace = "00000000000000000000000000000001";
  private String span = "0000000000000001";
  private @Nullable String parent;
  private String name = "work";
  private SpanKind kind = SpanKind.INTERNAL;
  private String service = "chat-api";
  private @Nullable String environment = "prod";
  private long start = T0;
  private long duration = SECOND;
  private SpanStatus status = SpanStatus.UNSET;
  private @Nullable String message;
  private @Nullable SpanUser user;
  private @Nullable LlmWork llm;
  private final Map<String, Object> attributes = new TreeMap<>();
  private Map<String, Object> resource = Map.of("service.name", "chat-api");
  private final List<SpanEvent> events = new ArrayList<>();

  private TestSpan() {}

  /** A span with ids made of numbers. */
  public static TestSpan of(long trace, long span) {
    TestSpan made = new TestSpan();
    made.trace = String.format("%032x", trace);
    made.span = String.format("%016x", span);
    return made;
  }

  public TestSpan parent(long value) {
    parent = String.format("%016x", value);
    return this;
  }

  public TestSpan name(String value) {
    name = value;
    return this;
  }

  public TestSpan kind(SpanKind value) {
    kind = value;
    return this;
  }

  public TestSpan service(String value) {
    service = value;
    resource = Map.of("service.name", value);
    return this;
  }

  public TestSpan environment(@Nullable String value) {
    environment = value;
    return this;
  }

  public TestSpan resource(Map<String, Object> value) {
    resource = value;
    return this;
  }

  public TestSpan at(long nanos) {
    start = nanos;
    return this;
  }

  public TestSpan took(long nanos) {
    duration = nanos;
    return this;
  }

  public TestSpan status(SpanStatus value) {
    status = value;
    return this;
  }

  public TestSpan failed(String why) {
    status = SpanStatus.ERROR;
    message = why;
    return this;
  }

  public TestSpan user(String id) {
    return user(id, null);
  }

  public TestSpan user(String id, @Nullable String email) {
    user = new SpanUser(id, email);
    return this;
  }

  public TestSpan call(String model, @Nullable Long costNanoUsd) {
    return call(model, null, costNanoUsd, 10, 5);
  }

  public TestSpan call(
      String model, @Nullable String agent, @Nullable Long costNanoUsd, long input, long output) {
    llm =
        new LlmWork(
            LlmRole.MODEL_CALL,
            "chat",
            "openai",
            model,
            agent,
            null,
            input,
            output,
            null,
            costNanoUsd);
    return this;
  }

  public TestSpan agent(String agent) {
    llm =
        new LlmWork(LlmRole.AGENT, "invoke_agent", null, null, agent, null, null, null, null, null);
    return this;
  }

  public TestSpan tool(String tool) {
    llm = new LlmWork(LlmRole.TOOL, "execute_tool", null, null, null, tool, null, null, null, null);
    return this;
  }

  public TestSpan attribute(String key, Object value) {
    attributes.put(key, value);
    return this;
  }

  public TestSpan event(String what, Map<String, Object> values) {
    events.add(new SpanEvent(what, start, values));
    return this;
  }

  public StoredSpan build() {
    return new StoredSpan(
        trace,
        span,
        parent,
        name,
        kind,
        service,
        environment,
        start,
        duration,
        status,
        message,
        user,
        llm,
        attributes,
        resource,
        List.copyOf(events));
  }
}
