package dev.usercontext.dashboard.model;

import org.jspecify.annotations.Nullable;

/**
 * What a span says about a language model's work. What it does not say is null, never 0.
 *
 * @param operation as the convention names it, "chat" or "execute_tool"
 * @param provider of the model, "openai"
 * @param agent the agent itself, or the agent that called
 * @param inputTokens all tokens of the prompt, the cached ones included
 * @param costNanoUsd billionths of a US dollar; null means unknown
 */
public record LlmWork(
    LlmRole role,
    @Nullable String operation,
    @Nullable String provider,
    @Nullable String model,
    @Nullable String agent,
    @Nullable String tool,
    @Nullable Long inputTokens,
    @Nullable Long outputTokens,
    @Nullable Long cachedTokens,
    @Nullable Long costNanoUsd) {}
