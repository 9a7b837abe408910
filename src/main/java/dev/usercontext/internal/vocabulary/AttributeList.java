package dev.usercontext.internal.vocabulary;

import io.opentelemetry.api.common.AttributeKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attributes while they are collected: each key beside a value of its type. */
final class AttributeList {

  private final TermKeys terms;
  private final List<AttributeKey<?>> keys = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  AttributeList(TermKeys terms) {
    this.terms = terms;
  }

  void add(Term term, @Nullable String value) {
    if (value != null) {
      terms.of(term).forEach(name -> add(name, value));
    }
  }

  void add(Term term, List<String> value) {
    if (!value.isEmpty()) {
      for (String name : terms.of(term)) {
        keys.add(AttributeKey.stringArrayKey(name));
        values.add(value);
      }
    }
  }

  void add(String name, Object value) {
    keys.add(key(name, value));
    values.add(value);
  }

  @SuppressWarnings("unchecked") // see above
  AttributeKey<Object>[] keys() {
    return (AttributeKey<Object>[]) keys.toArray(new AttributeKey<?>[0]);
  }

  Object[] values() {
    return values.toArray();
  }

  private static AttributeKey<?> key(String name, Object value) {
    if (value instanceof Boolean) {
      return AttributeKey.booleanKey(name);
    }
    if (value instanceof Long) {
      return AttributeKey.longKey(name);
    }
    if (value instanceof Double) {
      return AttributeKey.doubleKey(name);
    }
    return AttributeKey.stringKey(name);
  }
}
