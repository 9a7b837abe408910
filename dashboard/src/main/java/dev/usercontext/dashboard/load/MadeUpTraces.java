package dev.usercontext.dashboard.load;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.nio.ByteBuffer;
import java.util.Random;

/**
 * Traces of eight spans: a request, two agents, two tools, three calls of a model. Users are
 * distributed as Zipf's law says: the first of 10,000 makes a tenth of all requests.
 */
final class MadeUpTraces {
  static final int SPANS = 8;
  static final int USERS = 10_000;
  private static final String[] MODELS = {"gpt-5", "gpt-5-mini", "claude-sonnet-4-5", "gemini-3"};
  private static final String[] AGENTS = {"planner", "researcher", "writer", "critic"};
  private static final String[] TOOLS = {"web_search", "sql", "calculator", "mail"};
  private static final String[] SERVICES = {"chat-api", "support-bot", "report-writer"};
  private static final String[] WORDS =
      "order invoice refund delivery contract meeting summary budget flight recipe lesson weather"
          .split(" ");

  private final Random random;
  private final double[] shares = new double[USERS];

  MadeUpTraces(long seed) {
    random = new Random(seed);
    double sum = 0;
    for (int i = 0; i < USERS; i++) {
      sum += 1.0 / (i + 1);
      shares[i] = sum;
    }
    for (int i = 0; i < USERS; i++) {
      shares[i] /= sum;
    }
  }

  static String userId(int user) {
    return "user-" + user;
  }

  /** An export of some traces, one after the other from a time on. */
  ExportTraceServiceRequest export(int traces, long startNanos, long stepNanos) {
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    for (String service : SERVICES) {
      ScopeSpans.Builder spans = ScopeSpans.newBuilder();
      for (int i = 0; i < traces; i++) {
        if (SERVICES[i % SERVICES.length].equals(service)) {
          trace(spans, startNanos + i * stepNanos);
        }
      }
      request.addResourceSpans(
          ResourceSpans.newBuilder()
              .setResource(
                  Resource.newBuilder()
                      .addAttributes(text("service.name", service))
                      .addAttributes(text("service.version", "1.4.2"))
                      .addAttributes(text("deployment.environment.name", "prod"))
                      .addAttributes(text("host.name", service + "-7d9f")))
              .addScopeSpans(spans));
    }
    return request.build();
  }

  private int user() {
    int found = java.util.Arrays.binarySearch(shares, random.nextDouble());
    return Math.min(found < 0 ? -found - 1 : found, USERS - 1);
  }

  private void trace(ScopeSpans.Builder spans, long start) {
    int user = user();
    ByteString trace = id(16);
    ByteString root = id(8);
    ByteString planner = id(8);
    ByteString worker = id(8);
    String subject = word() + " " + word();
    spans.addSpans(
        span(trace, root, null, "POST /chat", start, 4000, user)
            .setKind(Span.SpanKind.SPAN_KIND_SERVER)
            .addAttributes(text("http.request.method", "POST"))
            .addAttributes(text("http.route", "/chat"))
            .addAttributes(number("http.response.status_code", 200))
            .addAttributes(text("chat.subject", subject)));
    spans.addSpans(agent(trace, planner, root, AGENTS[0], start, 3500, user));
    spans.addSpans(call(trace, planner, start + 1_000_000, user));
    spans.addSpans(tool(trace, planner, start + 900_000_000, user));
    spans.addSpans(agent(trace, worker, planner, AGENTS[1 + random.nextInt(3)], start, 2000, user));
    spans.addSpans(call(trace, worker, start + 1_200_000_000, user));
    spans.addSpans(tool(trace, worker, start + 1_900_000_000, user));
    spans.addSpans(call(trace, worker, start + 2_100_000_000L, user));
  }

  private Span.Builder agent(
      ByteString trace,
      ByteString id,
      ByteString parent,
      String agent,
      long start,
      int millis,
      int user) {
    return span(trace, id, parent, "invoke_agent " + agent, start, millis, user)
        .addAttributes(text("gen_ai.operation.name", "invoke_agent"))
        .addAttributes(text("gen_ai.agent.name", agent));
  }

  private Span.Builder tool(ByteString trace, ByteString parent, long start, int user) {
    String tool = TOOLS[random.nextInt(TOOLS.length)];
    Span.Builder span =
        span(trace, id(8), parent, "execute_tool " + tool, start, 300, user)
            .addAttributes(text("gen_ai.operation.name", "execute_tool"))
            .addAttributes(text("gen_ai.tool.name", tool))
            .addAttributes(
                text("gen_ai.tool.call.id", "call_" + Long.toHexString(random.nextLong())));
    if (random.nextInt(50) == 0) {
      span.setStatus(
          Status.newBuilder().setCodeValue(2).setMessage("timeout after " + random.nextInt(99)));
    }
    return span;
  }

  private Span.Builder call(ByteString trace, ByteString parent, long start, int user) {
    String model = MODELS[random.nextInt(MODELS.length)];
    long input = 200 + random.nextInt(4000);
    long output = 20 + random.nextInt(800);
    Span.Builder span =
        span(trace, id(8), parent, "chat " + model, start, 700, user)
            .setKind(Span.SpanKind.SPAN_KIND_CLIENT)
            .addAttributes(text("gen_ai.operation.name", "chat"))
            .addAttributes(text("gen_ai.provider.name", "openai"))
            .addAttributes(text("gen_ai.request.model", model))
            .addAttributes(text("gen_ai.response.model", model))
            .addAttributes(text("gen_ai.response.id", "r-" + Long.toHexString(random.nextLong())))
            .addAttributes(number("gen_ai.usage.input_tokens", input))
            .addAttributes(number("gen_ai.usage.output_tokens", output));
    if (random.nextInt(20) != 0) {
      span.addAttributes(
          KeyValue.newBuilder()
              .setKey("cost_usd")
              .setValue(AnyValue.newBuilder().setDoubleValue((input * 2 + output * 8) / 1e6)));
    }
    return span;
  }

  private Span.Builder span(
      ByteString trace,
      ByteString id,
      ByteString parent,
      String name,
      long start,
      int millis,
      int user) {
    Span.Builder span =
        Span.newBuilder()
            .setTraceId(trace)
            .setSpanId(id)
            .setName(name)
            .setKind(Span.SpanKind.SPAN_KIND_INTERNAL)
            .setStartTimeUnixNano(start)
            .setEndTimeUnixNano(start + (long) (millis * 1_000_000L * (0.2 + random.nextDouble())))
            .addAttributes(text("user_id", userId(user)))
            .addAttributes(text("user_email", "user" + user + "@example.com"))
            .addAttributes(text("user_attrs.plan", user % 3 == 0 ? "pro" : "free"))
            .addAttributes(text("user_attrs.team", "team-" + user % 50))
            .addAttributes(text("user_attrs.country", user % 2 == 0 ? "DE" : "US"))
            .addAttributes(text("thread.name", "executor-thread-" + random.nextInt(20)))
            .addAttributes(number("thread.id", random.nextInt(200)));
    if (parent != null) {
      span.setParentSpanId(parent);
    }
    return span;
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }

  private ByteString id(int bytes) {
    ByteBuffer id = ByteBuffer.allocate(bytes);
    while (id.hasRemaining()) {
      id.putLong(random.nextLong());
    }
    return ByteString.copyFrom(id.flip());
  }

  private static KeyValue text(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }

  private static KeyValue number(String key, long value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setIntValue(value))
        .build();
  }
}
