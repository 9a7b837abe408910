package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AttributesJson;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** What a block's filter knows of a span: its trace, its words, and its attributes with values. */
final class SpanTokens {
  private SpanTokens() {}

  /** Those of a span, beside its resource. */
  static long[] of(StoredSpan span, String text) {
    LongStream.Builder tokens = LongStream.builder();
    tokens.accept(trace(span.traceId()));
    words(text, tokens);
    attributes(span.attributes(), tokens);
    if (span.user() != null) {
      tokens.accept(user(span.user().id()));
    }
    return tokens.build().toArray();
  }

  /** Those of a resource. */
  static long[] of(Map<String, Object> resource) {
    LongStream.Builder tokens = LongStream.builder();
    attributes(resource, tokens);
    return tokens.build().toArray();
  }

  static long trace(String traceId) {
    return Hash.of(traceId);
  }

  static long user(String id) {
    return attribute("user", id) + 1;
  }

  static long attribute(String key, String value) {
    return Hash.mix(Hash.of(key) * 31 + Hash.of(value));
  }

  /** Each word of a text as SpanText has it. */
  static void words(String text, LongConsumer tokens) {
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ' ') {
        if (i > begin) {
          tokens.accept(Hash.of(text, begin, i));
        }
        begin = i + 1;
      }
    }
  }

  private static void attributes(Map<String, Object> attributes, LongConsumer tokens) {
    for (Map.Entry<String, Object> entry : attributes.entrySet()) {
      tokens.accept(attribute(entry.getKey(), AttributesJson.text(entry.getValue())));
    }
  }
}
