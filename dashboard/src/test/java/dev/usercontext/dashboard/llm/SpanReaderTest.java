package dev.usercontext.dashboard.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.dashboard.cost.PriceFile;
import dev.usercontext.dashboard.llm.SpanFacts.CostSource;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SpanReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private final SpanReader reader =
      new SpanReader(PriceFile.shipped(), SpanReader.DEFAULT_USER_ATTR_PREFIX);

  private SpanFacts read(Map<String, ?> attributes) {
    return reader.read("a span", attributes, NOW);
  }

  private void isCall(Map<String, ?> attributes, String model, long cost, CostSource source) {
    SpanFacts facts = read(attributes);
    assertThat(facts.role()).isEqualTo(SpanRole.LLM);
    assertThat(facts.model()).isEqualTo(model);
    assertThat(facts.inputTokens()).isEqualTo(1000);
    assertThat(facts.outputTokens()).isEqualTo(100);
    assertThat(facts.costNanoUsd()).isEqualTo(cost);
    assertThat(facts.costSource()).isEqualTo(source);
  }

  @Test
  void genAiAsItIs() {
    Map<String, Object> chat =
        Map.of(
            "gen_ai.operation.name", "chat",
            "gen_ai.provider.name", "openai",
            "gen_ai.request.model", "gpt-4o",
            "gen_ai.response.model", "gpt-4o-2024-08-06",
            "gen_ai.usage.input_tokens", 1000L,
            "gen_ai.usage.output_tokens", 100L,
            "gen_ai.usage.cache_read.input_tokens", 400L);

    isCall(chat, "gpt-4o-2024-08-06", 600 * 2_500 + 400 * 1_250 + 1_000_000, CostSource.PRICES);
    assertThat(read(chat).provider()).isEqualTo("openai");
    assertThat(read(chat).cachedTokens()).isEqualTo(400);
  }

  @Test
  void genAiAsItWas() {
    isCall(
        Map.of(
            "gen_ai.system", "openai",
            "gen_ai.request.model", "gpt-4o",
            "gen_ai.usage.prompt_tokens", 1000L,
            "gen_ai.usage.completion_tokens", 100L),
        "gpt-4o",
        3_500_000,
        CostSource.PRICES);
  }

  @Test
  void openInference() {
    isCall(
        Map.of(
            "openinference.span.kind", "LLM",
            "llm.model_name", "gpt-4o",
            "llm.token_count.prompt", 1000L,
            "llm.token_count.completion", 100L,
            "llm.cost.total", 0.005),
        "gpt-4o",
        5_000_000,
        CostSource.SPAN);
  }

  @Test
  void openLlmetry() {
    isCall(
        Map.of(
            "llm.request.type", "chat",
            "gen_ai.request.model", "gpt-4o",
            "gen_ai.usage.prompt_tokens", 1000L,
            "gen_ai.usage.completion_tokens", 100L,
            "llm.usage.total_tokens", 1100L),
        "gpt-4o",
        3_500_000,
        CostSource.PRICES);
  }

  @Test
  void quarkusLangChain4jWritesItsCostAsText() {
    isCall(
        Map.of(
            "gen_ai.operation.name", "chat",
            "gen_ai.request.model", "gpt-4o",
            "gen_ai.usage.prompt_tokens", 1000L,
            "gen_ai.usage.completion_tokens", 100L,
            "gen_ai.client.estimated_cost", "0.0042USD"),
        "gpt-4o",
        4_200_000,
        CostSource.SPAN);
  }

  @Test
  void plainNames() {
    isCall(
        Map.of("cost_usd", 0.25, "model", "mine", "input_tokens", 1000L, "output_tokens", "100"),
        "mine",
        250_000_000,
        CostSource.SPAN);
  }

  @Test
  void theAskedModelIsPricedWhereTheAnsweringOneIsNotKnown() {
    isCall(
        Map.of(
            "gen_ai.request.model", "gpt-4o",
            "gen_ai.response.model", "deployment-7",
            "gen_ai.usage.input_tokens", 1000L,
            "gen_ai.usage.output_tokens", 100L),
        "deployment-7",
        3_500_000,
        CostSource.PRICES);
  }

  @Test
  void aCallWithoutPriceIsUnknownAndNotFree() {
    SpanFacts facts =
        read(
            Map.of(
                "gen_ai.operation.name", "chat",
                "gen_ai.request.model", "secret",
                "gen_ai.usage.input_tokens", 5L,
                "gen_ai.client.estimated_cost", "0.1EUR"));

    assertThat(facts.costNanoUsd()).isNull();
    assertThat(facts.costSource()).isEqualTo(CostSource.UNKNOWN);
    assertThat(facts.outputTokens()).isNull();
  }

  @Test
  void whatAgentsAndChainsSumUpDoesNotCountTwice() {
    for (Map<String, Object> sum :
        List.<Map<String, Object>>of(
            Map.of("gen_ai.operation.name", "invoke_agent", "gen_ai.agent.name", "planner"),
            Map.of("openinference.span.kind", "AGENT", "agent.name", "planner"),
            Map.of("traceloop.span.kind", "agent", "traceloop.entity.name", "planner"))) {
      Map<String, Object> attributes = new HashMap<>(sum);
      attributes.put("gen_ai.usage.input_tokens", 1000L);
      attributes.put("gen_ai.request.model", "gpt-4o");
      attributes.put("cost_usd", 1.0);

      SpanFacts facts = read(attributes);

      assertThat(facts.role()).isEqualTo(SpanRole.AGENT);
      assertThat(facts.agent()).isEqualTo("planner");
      assertThat(facts.inputTokens()).isNull();
      assertThat(facts.costNanoUsd()).isNull();
      assertThat(facts.costSource()).isEqualTo(CostSource.NONE);
    }
    assertThat(read(Map.of("openinference.span.kind", "CHAIN", "llm.model_name", "m")).role())
        .isEqualTo(SpanRole.OTHER);
  }

  @Test
  void tools() {
    assertThat(read(Map.of("gen_ai.operation.name", "execute_tool", "gen_ai.tool.name", "find")))
        .returns(SpanRole.TOOL, SpanFacts::role)
        .returns("find", SpanFacts::tool);
    assertThat(reader.read("langchain4j.tools.find", Map.of(), NOW))
        .returns(SpanRole.TOOL, SpanFacts::role)
        .returns("find", SpanFacts::tool);
  }

  @Test
  void quarkusAiServicesAreAgents() {
    assertThat(reader.read("langchain4j.aiservices.Helper.answer", Map.of(), NOW))
        .returns(SpanRole.AGENT, SpanFacts::role)
        .returns("Helper.answer", SpanFacts::agent);
  }

  @Test
  void anOrdinarySpanIsNoCall() {
    assertThat(read(Map.of("http.route", "/chat", "model", "Volvo")))
        .returns(SpanRole.OTHER, SpanFacts::role)
        .returns(null, SpanFacts::model)
        .returns(CostSource.NONE, SpanFacts::costSource);
  }

  @Test
  void everyVocabularyOfUsers() {
    assertThat(read(Map.of("user_id", "u", "user_email", "u@x", "user_attrs.plan", "pro")))
        .returns("u", SpanFacts::userId)
        .returns("u@x", SpanFacts::userEmail)
        .returns(Map.of("plan", "pro"), SpanFacts::userAttrs);
    assertThat(read(Map.of("user.id", "u", "user.email", "u@x")))
        .returns("u", SpanFacts::userId)
        .returns("u@x", SpanFacts::userEmail);
    assertThat(read(Map.of("enduser.id", "u")).userId()).isEqualTo("u");
    assertThat(read(Map.of("usr.id", 42L, "usr.email", "u@x")))
        .returns("42", SpanFacts::userId)
        .returns("u@x", SpanFacts::userEmail);
    assertThat(read(Map.of("user_id", "  ")).userId()).isNull();
  }

  @Test
  void hostileValuesHarmNothing() {
    Map<String, Object> hostile = new HashMap<>();
    hostile.put("gen_ai.operation.name", List.of("chat"));
    hostile.put("gen_ai.request.model", "m".repeat(1_000_000));
    hostile.put("gen_ai.usage.input_tokens", -5L);
    hostile.put("gen_ai.usage.output_tokens", Double.POSITIVE_INFINITY);
    hostile.put("cost_usd", "1e999999999");
    hostile.put("user_id", List.of("a", "b"));
    for (int i = 0; i < 1000; i++) {
      hostile.put("user_attrs.k" + i, i);
    }

    SpanFacts facts = read(hostile);

    assertThat(facts.userId()).isNull();
    assertThat(facts.model()).hasSize(256);
    assertThat(facts.inputTokens()).isNull();
    assertThat(facts.outputTokens()).isNull();
    assertThat(facts.costNanoUsd()).isNull();
    assertThat(facts.userAttrs()).hasSize(SpanReader.MOST_USER_ATTRS);
  }
}
