package dev.usercontext.dashboard.store;

import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.SpanStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which spans. All that is set has to hold; null, and an empty list, is anything.
 *
 * @param user id of the user, exactly
 * @param withUser true for spans with a user only, false for spans without
 * @param costNanoUsd spans of unknown cost are in no range but {@link NumberRange#ANY}
 * @param costUnknown LLM calls whose cost is unknown only
 * @param text words, each of which has to be in the name, the status message, or a value of the
 *     attributes or events. A word matches whole words, whatever their case; "ada@example.com" is
 *     three that follow each other.
 * @param onlyLlmCalls calls of a model only, without the agents and tools
 * @param edge the spans behind this edge of the network
 */
public record SpanFilter(
    TimeRange range,
    @Nullable String environment,
    @Nullable String service,
    @Nullable String name,
    @Nullable SpanKind kind,
    @Nullable String user,
    @Nullable Boolean withUser,
    @Nullable String model,
    @Nullable String agent,
    @Nullable String tool,
    @Nullable SpanStatus status,
    NumberRange costNanoUsd,
    boolean costUnknown,
    NumberRange durationNanos,
    List<AttributeCondition> attributes,
    @Nullable String text,
    boolean onlyLlmCalls,
    @Nullable Edge edge) {

  public SpanFilter {
    attributes = List.copyOf(attributes);
  }

  public static SpanFilter in(TimeRange range) {
    return builder(range).build();
  }

  public static Builder builder(TimeRange range) {
    return new Builder(range);
  }

  public Builder toBuilder() {
    Builder builder = new Builder(range);
    builder.environment = environment;
    builder.service = service;
    builder.name = name;
    builder.kind = kind;
    builder.user = user;
    builder.withUser = withUser;
    builder.model = model;
    builder.agent = agent;
    builder.tool = tool;
    builder.status = status;
    builder.costNanoUsd = costNanoUsd;
    builder.costUnknown = costUnknown;
    builder.durationNanos = durationNanos;
    builder.attributes.addAll(attributes);
    builder.text = text;
    builder.onlyLlmCalls = onlyLlmCalls;
    builder.edge = edge;
    return builder;
  }

  /** For one thread. Each method sets what the component of the same name says. */
  public static final class Builder {
    private TimeRange range;
    private @Nullable String environment;
    private @Nullable String service;
    private @Nullable String name;
    private @Nullable SpanKind kind;
    private @Nullable String user;
    private @Nullable Boolean withUser;
    private @Nullable String model;
    private @Nullable String agent;
    private @Nullable String tool;
    private @Nullable SpanStatus status;
    private NumberRange costNanoUsd = NumberRange.ANY;
    private boolean costUnknown;
    private NumberRange durationNanos = NumberRange.ANY;
    private final List<AttributeCondition> attributes = new ArrayList<>();
    private @Nullable String text;
    private boolean onlyLlmCalls;
    private @Nullable Edge edge;

    private Builder(TimeRange range) {
      this.range = range;
    }

    public Builder range(TimeRange value) {
      range = value;
      return this;
    }

    public Builder environment(@Nullable String value) {
      environment = value;
      return this;
    }

    public Builder service(@Nullable String value) {
      service = value;
      return this;
    }

    public Builder name(@Nullable String value) {
      name = value;
      return this;
    }

    public Builder kind(@Nullable SpanKind value) {
      kind = value;
      return this;
    }

    public Builder user(@Nullable String value) {
      user = value;
      return this;
    }

    public Builder withUser(@Nullable Boolean value) {
      withUser = value;
      return this;
    }

    public Builder model(@Nullable String value) {
      model = value;
      return this;
    }

    public Builder agent(@Nullable String value) {
      agent = value;
      return this;
    }

    public Builder tool(@Nullable String value) {
      tool = value;
      return this;
    }

    public Builder status(@Nullable SpanStatus value) {
      status = value;
      return this;
    }

    public Builder costNanoUsd(NumberRange value) {
      costNanoUsd = value;
      return this;
    }

    public Builder costUnknown(boolean value) {
      costUnknown = value;
      return this;
    }

    public Builder durationNanos(NumberRange value) {
      durationNanos = value;
      return this;
    }

    /** One more condition. */
    public Builder attribute(AttributeCondition value) {
      attributes.add(value);
      return this;
    }

    public Builder text(@Nullable String value) {
      text = value;
      return this;
    }

    public Builder onlyLlmCalls(boolean value) {
      onlyLlmCalls = value;
      return this;
    }

    public Builder edge(@Nullable Edge value) {
      edge = value;
      return this;
    }

    public SpanFilter build() {
      return new SpanFilter(
          range,
          environment,
          service,
          name,
          kind,
          user,
          withUser,
          model,
          agent,
          tool,
          status,
          costNanoUsd,
          costUnknown,
          durationNanos,
          attributes,
          text,
          onlyLlmCalls,
          edge);
    }
  }
}
