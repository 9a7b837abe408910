package dev.usercontext.dashboard.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.dashboard.cost.PriceFile;
import dev.usercontext.dashboard.model.LlmRole;
import dev.usercontext.dashboard.model.LlmWork;
import dev.usercontext.dashboard.store.TimeRange;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ConventionReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private static @Nullable LlmWork read(String name, Map<String, Object> attributes) {
    return new ConventionReader(PriceFile.shipped())
        .read(name, "", TimeRange.nanos(NOW), attributes);
  }

  private static LlmWork read(Map<String, Object> attributes) {
    return Objects.requireNonNull(read("a span", attributes));
  }

  private static void isCall(Map<String, Object> attributes, String model, long cost) {
    LlmWork facts = read(attributes);
    assertThat(facts.role()).isEqualTo(LlmRole.MODEL_CALL);
    assertThat(facts.model()).isEqualTo(model);
    assertThat(facts.inputTokens()).isEqualTo(1000);
    assertThat(facts.outputTokens()).isEqualTo(100);
    assertThat(facts.costNanoUsd()).isEqualTo(cost);
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

    isCall(chat, "gpt-4o-2024-08-06", 600 * 2_500 + 400 * 1_250 + 1_000_000);
    assertThat(read(chat).provider()).isEqualTo("openai");
    assertThat(read(chat).cachedTokens()).isEqualTo(400);
  }

  @Test
  void whatIsPutIntoTheCacheOfTheProviderIsDearer() {
    for (String name :
        List.of(
            "gen_ai.usage.cache_creation.input_tokens",
            "gen_ai.usage.cache_creation_input_tokens",
            "llm.token_count.prompt_details.cache_write")) {
      isCall(
          Map.of(
              "gen_ai.request.model",
              "claude-sonnet-4-5",
              "gen_ai.usage.input_tokens",
              1000L,
              "gen_ai.usage.output_tokens",
              100L,
              name,
              400L),
          "claude-sonnet-4-5",
          600 * 3_000 + 400 * 3_750 + 100 * 15_000);
    }
  }

  @Test
  void genAiAsItWas() {
    isCall(
        Map.of(
            "gen_ai.system",
            "openai",
            "gen_ai.request.model",
            "gpt-4o",
            "gen_ai.usage.prompt_tokens",
            1000L,
            "gen_ai.usage.completion_tokens",
            100L),
        "gpt-4o",
        3_500_000);
  }

  @Test
  void openInference() {
    isCall(
        Map.of(
            "openinference.span.kind",
            "LLM",
            "llm.model_name",
            "gpt-4o",
            "llm.token_count.prompt",
            1000L,
            "llm.token_count.completion",
            100L,
            "llm.cost.total",
            0.005),
        "gpt-4o",
        5_000_000);
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
        3_500_000);
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
        4_200_000);
  }

  @Test
  void plainNames() {
    isCall(
        Map.of("cost_usd", 0.25, "model", "mine", "input_tokens", 1000L, "output_tokens", "100"),
        "mine",
        250_000_000);
  }

  @Test
  void theAskedModelIsPricedWhereTheAnsweringOneIsNotKnown() {
    isCall(
        Map.of(
            "gen_ai.request.model",
            "gpt-4o",
            "gen_ai.response.model",
            "deployment-7",
            "gen_ai.usage.input_tokens",
            1000L,
            "gen_ai.usage.output_tokens",
            100L),
        "deployment-7",
        3_500_000);
  }

  @Test
  void aCallWithoutPriceIsUnknownAndNotFree() {
    LlmWork facts =
        read(
            Map.of(
                "gen_ai.operation.name", "chat",
                "gen_ai.request.model", "secret",
                "gen_ai.usage.input_tokens", 5L,
                "gen_ai.client.estimated_cost", "0.1EUR"));

    assertThat(facts.costNanoUsd()).isNull();
    assertThat(facts.outputTokens()).isNull();
  }

  @Test
  void aCostInAnotherCurrencyHidesNoneInDollars() {
    isCall(
        Map.of(
            "gen_ai.request.model", "gpt-4o",
            "gen_ai.usage.input_tokens", 1000L,
            "gen_ai.usage.output_tokens", 100L,
            "gen_ai.usage.cost", "0.1EUR",
            "gen_ai.client.estimated_cost", "0.0042USD"),
        "gpt-4o",
        4_200_000);
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

      LlmWork facts = read(attributes);

      assertThat(facts.role()).isEqualTo(LlmRole.AGENT);
      assertThat(facts.agent()).isEqualTo("planner");
      assertThat(facts.inputTokens()).isNull();
      assertThat(facts.costNanoUsd()).isNull();
    }
    assertThat(read("s", Map.of("openinference.span.kind", "CHAIN", "llm.model_name", "m")))
        .isNull();
  }

  @Test
  void tools() {
    assertThat(read(Map.of("gen_ai.operation.name", "execute_tool", "gen_ai.tool.name", "find")))
        .returns(LlmRole.TOOL, LlmWork::role)
        .returns("find", LlmWork::tool);
    assertThat(read("langchain4j.tools.find", Map.of()))
        .returns(LlmRole.TOOL, LlmWork::role)
        .returns("find", LlmWork::tool);
  }

  @Test
  void quarkusAiServicesAreAgents() {
    assertThat(read("langchain4j.aiservices.Helper.answer", Map.of()))
        .returns(LlmRole.AGENT, LlmWork::role)
        .returns("Helper.answer", LlmWork::agent);
  }

  @Test
  void anOrdinarySpanIsNoCall() {
    assertThat(read("s", Map.of("http.route", "/chat", "model", "Volvo"))).isNull();
  }

  @Test
  void hostileValuesHarmNothing() {
    Map<String, Object> hostile = new HashMap<>();
    hostile.put("gen_ai.operation.name", List.of("chat"));
    hostile.put("gen_ai.request.model", "m".repeat(1_000_000));
    hostile.put("gen_ai.usage.input_tokens", -5L);
    hostile.put("gen_ai.usage.output_tokens", Double.POSITIVE_INFINITY);
    hostile.put("cost_usd", "1e999999999");

    LlmWork facts = read(hostile);

    assertThat(facts.model()).hasSize(256);
    assertThat(facts.inputTokens()).isNull();
    assertThat(facts.outputTokens()).isNull();
    assertThat(facts.costNanoUsd()).isNull();
  }
}
