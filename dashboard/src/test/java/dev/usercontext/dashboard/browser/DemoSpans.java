package dev.usercontext.dashboard.browser;

import dev.usercontext.dashboard.cost.PriceFile;
import dev.usercontext.dashboard.llm.ConventionReader;
import dev.usercontext.dashboard.model.SpanEvent;
import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.model.SpanUser;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A few days of a small company that asks language models: the same spans for the same end. */
final class DemoSpans {
  static final String HOSTILE_USER = "<script>alert('user')</script>";
  static final String HOSTILE_NAME = "\"><img src=x onerror=alert('name')>{page.title}{{7*7}}";

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
  private final ConventionReader reader = new ConventionReader(PriceFile.shipped());
  private final List<StoredSpan> spans = new ArrayList<>();
  private final long end;
  private int ids;

  private DemoSpans(Instant end) {
    this.end = TimeRange.nanos(end);
  }

  static List<StoredSpan> until(Instant end, int traces) {
    DemoSpans demo = new DemoSpans(end);
    for (int i = 0; i < traces; i++) {
      demo.trace();
    }
    demo.hostile();
    return demo.spans;
  }

  private void trace() {
    int who = (int) Math.min(FIRST.length - 1, Math.abs(random.nextGaussian()) * 11);
    boolean nobody = random.nextInt(100) < 9;
    SpanUser user = nobody ? null : new SpanUser("u-" + (100 + who), FIRST[who] + "@example.com");
    int kind = random.nextInt(3);
    String service = SERVICES[kind];
    String environment = random.nextInt(10) < 8 ? "production" : "staging";
    long start =
        end - (long) (Math.pow(random.nextDouble(), 1.4) * 6.8 * 86_400e9) - 60_000_000_000L;
    String trace = hex(32);
    String root = hex(16);
    long at = start + 4_000_000;
    boolean failed = random.nextInt(100) < 5;
    String agent = AGENTS[random.nextInt(AGENTS.length)];
    String agentSpan = hex(16);
    long agentStart = at;
    at += 2_000_000;
    for (int call = 0; call <= random.nextInt(3); call++) {
      at = modelCall(trace, agentSpan, user, service, environment, agent, who, at, failed);
      if (random.nextBoolean()) {
        at = tool(trace, agentSpan, user, service, environment, who, at);
      }
    }
    add(
        trace,
        agentSpan,
        root,
        "invoke_agent " + agent,
        SpanKind.INTERNAL,
        service,
        environment,
        agentStart,
        at - agentStart,
        SpanStatus.UNSET,
        null,
        user,
        who,
        Map.of("gen_ai.operation.name", "invoke_agent", "gen_ai.agent.name", agent),
        List.of());
    add(
        trace,
        root,
        null,
        ROUTES[kind],
        SpanKind.SERVER,
        service,
        environment,
        start,
        at + 3_000_000 - start,
        failed ? SpanStatus.ERROR : SpanStatus.UNSET,
        failed ? "upstream model failed" : null,
        user,
        who,
        Map.of(
            "http.request.method",
            "POST",
            "http.route",
            ROUTES[kind].split(" ")[1],
            "http.response.status_code",
            failed ? 502L : 200L),
        List.of());
    if (nobody) {
      add(
          hex(32),
          hex(16),
          null,
          "nightly-index",
          SpanKind.INTERNAL,
          "report-service",
          environment,
          start,
          900_000_000L,
          SpanStatus.UNSET,
          null,
          null,
          who,
          Map.of(),
          List.of());
    }
  }

  private long modelCall(
      String trace,
      String parent,
      @Nullable SpanUser user,
      String service,
      String environment,
      String agent,
      int who,
      long at,
      boolean failed) {
    int model = Math.min(MODELS.length - 1, (int) Math.abs(random.nextGaussian() * 1.8));
    long took = 300_000_000L + (long) (Math.abs(random.nextGaussian()) * 1_700_000_000L);
    long input = 300 + random.nextInt(4_000);
    add(
        trace,
        hex(16),
        parent,
        "chat " + MODELS[model],
        SpanKind.CLIENT,
        service,
        environment,
        at,
        took,
        failed ? SpanStatus.ERROR : SpanStatus.UNSET,
        failed ? "429 rate limit reached for requests" : null,
        user,
        who,
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
            input / 3),
        failed
            ? List.of(
                new SpanEvent(
                    "exception",
                    at + took / 2,
                    new TreeMap<>(
                        Map.of(
                            "exception.type",
                            "RateLimitException",
                            "exception.message",
                            "rate limit reached for requests",
                            "exception.stacktrace",
                            "RateLimitException: rate limit reached\n\tat Model.chat(Model.java:41)"))))
            : List.of());
    return at + took + 5_000_000;
  }

  private long tool(
      String trace,
      String parent,
      @Nullable SpanUser user,
      String service,
      String environment,
      int who,
      long at) {
    String tool = TOOLS[random.nextInt(TOOLS.length)];
    long took = 20_000_000L + random.nextInt(400_000_000);
    add(
        trace,
        hex(16),
        parent,
        "execute_tool " + tool,
        SpanKind.INTERNAL,
        service,
        environment,
        at,
        took,
        SpanStatus.UNSET,
        null,
        user,
        who,
        Map.of("gen_ai.operation.name", "execute_tool", "gen_ai.tool.name", tool),
        List.of());
    return at + took + 2_000_000;
  }

  private void hostile() {
    SpanUser user = new SpanUser(HOSTILE_USER, "<b>evil</b>@example.com");
    add(
        hex(32),
        hex(16),
        null,
        HOSTILE_NAME,
        SpanKind.CLIENT,
        "</title><script>alert(1)</script>",
        "'\"><svg onload=alert(2)>",
        end - 30_000_000_000L,
        1_000_000_000L,
        SpanStatus.ERROR,
        "</td></table><script>alert(3)</script>",
        user,
        0,
        Map.of(
            "gen_ai.operation.name",
            "chat",
            "gen_ai.request.model",
            "<img src=x onerror=alert(4)>",
            "gen_ai.agent.name",
            "</script><script>alert(5)</script>",
            "link",
            "javascript:alert(6)",
            "formula",
            "=HYPERLINK(\"http://evil\")",
            "cost_usd",
            0.25),
        List.of(new SpanEvent("<script>alert(7)</script>", end, Map.of("a", "<b>bold</b>"))));
  }

  private void add(
      String trace,
      String id,
      @Nullable String parent,
      String name,
      SpanKind kind,
      String service,
      String environment,
      long start,
      long took,
      SpanStatus status,
      @Nullable String message,
      @Nullable SpanUser user,
      int who,
      Map<String, Object> attributes,
      List<SpanEvent> events) {
    Map<String, Object> all = new TreeMap<>(attributes);
    if (user != null) {
      all.put("user_id", user.id());
      all.put("user_email", String.valueOf(user.email()));
      all.put("user_attrs.plan", who % 3 == 0 ? "pro" : "free");
      all.put("user_attrs.tenant", "tenant-" + who % 4);
    }
    spans.add(
        new StoredSpan(
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
            reader.read(name, "", start, all),
            all,
            Map.of("service.name", service, "deployment.environment.name", environment),
            events));
  }

  private String hex(int digits) {
    return String.format("%0" + digits + "x", 0x1000_0000L + ++ids * 7919L);
  }
}
