package dev.usercontext.dashboard.browser;

import dev.usercontext.dashboard.model.SpanEvent;
import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.SpanUser;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A few days of a small company that asks language models: the same spans for the same end. */
final class DemoSpans {
  private static final String[] FIRST = {
    "ada", "grace", "alan", "edsger", "barbara", "donald", "margaret", "ken", "radia", "tim",
    "linus", "guido", "james", "bjarne", "anders", "yukihiro", "brendan", "larry", "dennis", "john",
    "katherine", "dorothy", "mary", "annie", "evelyn", "joan", "frances", "jean", "hedy", "sophie"
  };
  private static final String[] MODELS = {
    "gpt-4o", "gpt-4o-mini", "claude-sonnet-4-5", "gemini-2.5-flash", "llama-3.3-70b-local"
  };
  private static final String[] PROVIDERS = {"openai", "openai", "anthropic", "gcp.gemini", "vllm"};
  private static final String[] AGENTS = {"support-agent", "planner", "researcher", "writer"};
  private static final String[] TOOLS = {"search_orders", "lookup_invoice", "web_search", "sql"};
  private static final String[] SERVICES = {"support-chat", "shop-api", "report-service"};
  private static final String[] ROUTES = {"POST /chat", "POST /orders/{id}/help", "GET /report"};

  private final Random random = new Random(42);
  private final List<StoredSpan> spans = new ArrayList<>();
  private final long end;
  private int ids;

  private DemoSpans(Instant end) {
    this.end = TimeRange.nanos(end);
  }

  /** The spans of so many requests, and a hostile one at last. */
  static List<StoredSpan> until(Instant end, int traces) {
    DemoSpans demo = new DemoSpans(end);
    for (int i = 0; i < traces; i++) {
      demo.new Trace().add();
    }
    demo.spans.add(HostileSpan.at(demo.hex(32), demo.hex(16), demo.end));
    return demo.spans;
  }

  private String hex(int digits) {
    return String.format("%0" + digits + "x", 0x1000_0000L + ++ids * 7919L);
  }

  /** One request: an agent that calls models and tools for somebody. */
  private final class Trace {
    private final int who = (int) Math.min(FIRST.length - 1, Math.abs(random.nextGaussian()) * 11);
    private final boolean nobody = random.nextInt(100) < 9;
    private final int kind = random.nextInt(3);
    private final String service = SERVICES[kind];
    private final String environment = random.nextInt(10) < 8 ? "production" : "staging";
    private final long start =
        end - (long) (Math.pow(random.nextDouble(), 1.4) * 6.8 * 86_400e9) - 60_000_000_000L;
    private final String trace = hex(32);
    private final String root = hex(16);
    private final String agentSpan = hex(16);
    private final boolean failed = random.nextInt(100) < 5;
    private final String agent = AGENTS[random.nextInt(AGENTS.length)];
    private final long agentStart = start + 4_000_000;
    private long at = agentStart + 2_000_000;

    void add() {
      int calls = random.nextInt(3);
      for (int call = 0; call <= calls; call++) {
        modelCall();
        if (random.nextBoolean()) {
          tool();
        }
      }
      add(
          new DemoSpan(trace, agentSpan, "invoke_agent " + agent, SpanKind.INTERNAL)
              .below(root)
              .at(agentStart, at - agentStart)
              .with(Map.of("gen_ai.operation.name", "invoke_agent", "gen_ai.agent.name", agent)));
      DemoSpan request =
          new DemoSpan(trace, root, ROUTES[kind], SpanKind.SERVER)
              .at(start, at + 3_000_000 - start)
              .with(
                  Map.of(
                      "http.request.method",
                      "POST",
                      "http.route",
                      ROUTES[kind].split(" ")[1],
                      "http.response.status_code",
                      failed ? 502L : 200L));
      add(failed ? request.failed("upstream model failed") : request);
      if (nobody) {
        spans.add(
            new DemoSpan(hex(32), hex(16), "nightly-index", SpanKind.INTERNAL)
                .in("report-service", environment)
                .at(start, 900_000_000L)
                .build());
      }
    }

    private void add(DemoSpan span) {
      SpanUser user = nobody ? null : new SpanUser("u-" + (100 + who), FIRST[who] + "@example.com");
      spans.add(span.in(service, environment).of(user, who).build());
    }

    private void modelCall() {
      int model = Math.min(MODELS.length - 1, (int) Math.abs(random.nextGaussian() * 1.8));
      long took = 300_000_000L + (long) (Math.abs(random.nextGaussian()) * 1_700_000_000L);
      long input = 300 + random.nextInt(4_000);
      DemoSpan call =
          new DemoSpan(trace, hex(16), "chat " + MODELS[model], SpanKind.CLIENT)
              .below(agentSpan)
              .at(at, took)
              .with(
                  Map.of(
                      "gen_ai.operation.name",
                      "chat",
                      "gen_ai.provider.name",
                      PROVIDERS[model],
                      "gen_ai.request.model",
                      MODELS[model],
                      "gen_ai.agent.name",
                      agent,
                      "gen_ai.usage.input_tokens",
                      input,
                      "gen_ai.usage.output_tokens",
                      (long) 20 + random.nextInt(900),
                      "gen_ai.usage.cache_read.input_tokens",
                      input / 3));
      add(failed ? rateLimited(call, at + took / 2) : call);
      at += took + 5_000_000;
    }

    private DemoSpan rateLimited(DemoSpan call, long when) {
      return call.failed("429 rate limit reached for requests")
          .event(
              new SpanEvent(
                  "exception",
                  when,
                  new TreeMap<>(
                      Map.of(
                          "exception.type",
                          "RateLimitException",
                          "exception.message",
                          "rate limit reached for requests",
                          "exception.stacktrace",
                          "RateLimitException: rate limit reached\n\tat Model.chat(Model.java:41)"))));
    }

    private void tool() {
      String tool = TOOLS[random.nextInt(TOOLS.length)];
      long took = 20_000_000L + random.nextInt(400_000_000);
      add(
          new DemoSpan(trace, hex(16), "execute_tool " + tool, SpanKind.INTERNAL)
              .below(agentSpan)
              .at(at, took)
              .with(Map.of("gen_ai.operation.name", "execute_tool", "gen_ai.tool.name", tool)));
      at += took + 2_000_000;
    }
  }
}
