package dev.usercontext.internal.vocabulary;

import io.opentelemetry.api.common.AttributeKey;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attributes while they are collected: each key beside a value of its type. */
final class AttributeList {

  private final TermKeys terms;
  private AttributeKey<?>[] keys;
  private Object[] values;
  private int size;

  AttributeList(TermKeys terms, int expected) {
    this.terms = terms;
    this.keys = new AttributeKey<?>[expected];
    this.values = new Object[expected];
  }

  /** As every term but roles is: a text. */
  void add(Term term, @Nullable Object value) {
    if (value != null) {
      List<AttributeKey<?>> ofTerm = terms.of(term);
      for (int i = 0; i < ofTerm.size(); i++) {
        add(ofTerm.get(i), value);
      }
    }
  }

  void add(String name, Object value) {
    add(key(name, value), value);
  }

  private void add(AttributeKey<?> key, Object value) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size + 8);
      values = Arrays.copyOf(values, size + 8);
    }
    keys[size] = key;
    values[size] = value;
    size++;
  }

  @SuppressWarnings("unchecked") // see above
  AttributeKey<Object>[] keys() {
    return (AttributeKey<Object>[]) (size == keys.length ? keys : Arrays.copyOf(keys, size));
  }

  Object[] values() {
    return size == values.length ? values : Arrays.copyOf(values, size);
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
