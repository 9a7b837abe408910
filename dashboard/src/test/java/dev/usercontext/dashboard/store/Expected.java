package dev.usercontext.dashboard.store;

import dev.usercontext.dashboard.model.LlmWork;
import dev.usercontext.dashboard.model.SpanUser;
import dev.usercontext.dashboard.model.StoredSpan;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a store has to answer, found in the simplest way: by looking at every span. */
final class Expected {
  private Expected() {}

  static List<StoredSpan> matching(List<StoredSpan> spans, SpanFilter filter) {
    return spans.stream().filter(span -> matches(span, filter)).toList();
  }

  static boolean matches(StoredSpan span, SpanFilter filter) {
    LlmWork llm = span.llm();
    Long cost = llm == null ? null : llm.costNanoUsd();
    return span.startNanos() >= filter.range().fromNanos()
        && span.startNanos() < filter.range().toNanos()
        && same(filter.environment(), span.environment())
        && same(filter.service(), span.service())
        && same(filter.name(), span.name())
        && same(filter.kind(), span.kind())
        && same(filter.user(), span.user() == null ? null : span.user().id())
        && (filter.withUser() == null || filter.withUser() == (span.user() != null))
        && same(filter.model(), llm == null ? null : llm.model())
        && same(filter.agent(), llm == null ? null : llm.agent())
        && same(filter.tool(), llm == null ? null : llm.tool())
        && same(filter.status(), span.status())
        && within(filter.costNanoUsd(), cost)
        && (!filter.costUnknown() || span.isLlmCall() && cost == null)
        && within(filter.durationNanos(), span.durationNanos())
        && filter.attributes().stream().allMatch(condition -> holds(span, condition))
        && (filter.text() == null || found(span, filter.text()))
        && (!filter.onlyLlmCalls() || span.isLlmCall());
  }

  private static boolean same(@Nullable Object wanted, @Nullable Object is) {
    return wanted == null || wanted.equals(is);
  }

  private static boolean within(NumberRange range, @Nullable Long value) {
    return range.isAny()
        || value != null
            && (range.min() == null || value >= range.min())
            && (range.max() == null || value <= range.max());
  }

  private static boolean holds(StoredSpan span, AttributeCondition condition) {
    Object value = value(span, condition.key());
    String text = value == null ? null : AttributesJson.text(value);
    return switch (condition.operator()) {
      case EQUALS -> equal(value, text, condition.value());
      case NOT_EQUALS -> !equal(value, text, condition.value());
      case EXISTS -> text != null;
      case MISSING -> text == null;
      case GREATER -> compared(value, condition) > 0;
      case GREATER_OR_EQUAL -> compared(value, condition) >= 0;
      case LESS -> value instanceof Number && compared(value, condition) < 0;
      case LESS_OR_EQUAL -> value instanceof Number && compared(value, condition) <= 0;
    };
  }

  private static boolean equal(@Nullable Object value, @Nullable String text, String wanted) {
    return wanted.equals(text)
        || value instanceof Double number
            && wanted.matches("[0-9.]+([eE]-?[0-9]+)?")
            && number == Double.parseDouble(wanted);
  }

  private static @Nullable Object value(StoredSpan span, String key) {
    SpanUser user = span.user();
    LlmWork llm = span.llm();
    return switch (key) {
      case "user_id" -> user == null ? null : user.id();
      case "user_email" -> user == null ? null : user.email();
      case "service" -> span.service();
      case "environment" -> span.environment();
      case "name" -> span.name();
      case "model" -> llm == null ? null : llm.model();
      case "agent" -> llm == null ? null : llm.agent();
      case "tool" -> llm == null ? null : llm.tool();
      default -> span.attributes().getOrDefault(key, span.resource().get(key));
    };
  }

  private static int compared(@Nullable Object value, AttributeCondition condition) {
    return value instanceof Number number
        ? Double.compare(number.doubleValue(), Double.parseDouble(condition.value()))
        : -1;
  }

  private static boolean found(StoredSpan span, String text) {
    Stream<@Nullable Object> values =
        Stream.concat(
            Stream.of(span.name(), span.service(), span.statusMessage())
                .filter(Objects::nonNull)
                .map(value -> (Object) value),
            Stream.concat(
                span.user() == null
                    ? Stream.of()
                    : Stream.of(span.user().id(), String.valueOf(span.user().email())),
                span.attributes().values().stream()));
    List<String> words =
        values
            .flatMap(
                value ->
                    Stream.of(value.toString().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
            .toList();
    return Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(words::contains);
  }

  static Totals totals(List<StoredSpan> spans) {
    return spans.stream().map(Expected::totals).reduce(Totals.ZERO, Totals::plus);
  }

  static Totals totals(StoredSpan span) {
    LlmWork call = span.isLlmCall() ? span.llm() : null;
    return new Totals(
        1,
        call == null ? 0 : 1,
        call == null ? 0 : or0(call.inputTokens()),
        call == null ? 0 : or0(call.outputTokens()),
        call == null ? 0 : or0(call.cachedTokens()),
        call == null ? 0 : or0(call.costNanoUsd()),
        call != null && call.costNanoUsd() == null ? 1 : 0,
        span.status() == dev.usercontext.dashboard.model.SpanStatus.ERROR ? 1 : 0);
  }

  private static long or0(@Nullable Long value) {
    return value == null ? 0 : value;
  }

  static Comparator<StoredSpan> order(AuditQuery.Order order) {
    Comparator<StoredSpan> newest =
        Comparator.comparingLong(StoredSpan::startNanos)
            .reversed()
            .thenComparing(StoredSpan::traceId)
            .thenComparing(StoredSpan::spanId);
    return switch (order) {
      case NEWEST -> newest;
      case COST ->
          Comparator.comparingLong(
                  (StoredSpan span) ->
                      span.llm() == null || span.llm().costNanoUsd() == null
                          ? -1
                          : span.llm().costNanoUsd())
              .reversed()
              .thenComparing(newest);
      case LATENCY ->
          Comparator.comparingLong(StoredSpan::durationNanos).reversed().thenComparing(newest);
    };
  }
}
