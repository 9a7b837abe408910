package dev.usercontext.internal.vocabulary;

import dev.usercontext.UserContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Renders users as attributes.
 *
 * @param vocabularies the names for id and email
 * @param attrsPrefix what the name of a custom attribute is prefixed with
 */
public record AttributeRenderer(List<Vocabulary> vocabularies, String attrsPrefix) {

  public AttributeRenderer {
    vocabularies = List.copyOf(vocabularies);
  }

  public UserAttributes render(UserContext user) {
    List<AttributeKey<?>> keys = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (Vocabulary vocabulary : vocabularies) {
      keys.add(vocabulary.id());
      values.add(user.userId());
      AttributeKey<String> email = vocabulary.email();
      if (email != null && user.email().isPresent()) {
        keys.add(email);
        values.add(user.email().get());
      }
    }
    user.attrs()
        .forEach(
            (name, value) -> {
              keys.add(key(attrsPrefix + name, value));
              values.add(value);
            });
    return new UserAttributes(this, array(keys), values.toArray());
  }

  /** The attribute that every span with a user has. */
  public AttributeKey<String> idKey() {
    return vocabularies.get(0).id();
  }

  /** Copies the user that another span carries; false if it carries none. */
  public boolean copy(Attributes from, Span to) {
    return copy(from, (key, value) -> to.setAttribute(key, value));
  }

  /** As {@link #copy(Attributes, Span)}, to whatever has attributes. */
  @SuppressWarnings("unchecked") // a value in Attributes has the type of its key
  public boolean copy(Attributes from, BiConsumer<AttributeKey<Object>, Object> to) {
    if (from.get(idKey()) == null) {
      return false;
    }
    from.forEach(
        (key, value) -> {
          if (isOurs(key)) {
            to.accept((AttributeKey<Object>) key, value);
          }
        });
    return true;
  }

  private boolean isOurs(AttributeKey<?> key) {
    for (Vocabulary vocabulary : vocabularies) {
      if (key.equals(vocabulary.id()) || key.equals(vocabulary.email())) {
        return true;
      }
    }
    return key.getKey().startsWith(attrsPrefix);
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

  @SuppressWarnings("unchecked") // each key stands beside a value of its type
  private static AttributeKey<Object>[] array(List<AttributeKey<?>> keys) {
    return (AttributeKey<Object>[]) keys.toArray(new AttributeKey<?>[0]);
  }
}
