package dev.usercontext.internal.vocabulary;

import dev.usercontext.internal.diagnostics.Counter;
import dev.usercontext.internal.privacy.Disclosure;
import dev.usercontext.internal.privacy.KnownUser;
import dev.usercontext.internal.privacy.OutgoingUser;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Renders users as attributes. Thread-safe; equal where they render the same. */
public final class AttributeRenderer {

  private static volatile WeakReference<@Nullable AttributeRenderer> last =
      new WeakReference<>(null);

  private final List<Vocabulary> vocabularies;
  private final String attrsPrefix;
  private final Disclosure disclosure;
  private final TermKeys keys;
  private final AttributeKey<String> idKey;

  /** With ids and emails as they are. */
  public AttributeRenderer(List<Vocabulary> vocabularies, String attrsPrefix) {
    this(vocabularies, attrsPrefix, Disclosure.DEFAULT);
  }

  /**
   * Makes one of its settings.
   *
   * @param vocabularies the names
   * @param attrsPrefix what the name of a custom attribute is prefixed with
   * @param disclosure what is told at all
   */
  public AttributeRenderer(
      List<Vocabulary> vocabularies, String attrsPrefix, Disclosure disclosure) {
    this.vocabularies = List.copyOf(vocabularies);
    this.attrsPrefix = attrsPrefix;
    this.disclosure = disclosure;
    this.keys = new TermKeys(this.vocabularies);
    this.idKey = this.vocabularies.get(0).id();
  }

  /**
   * This one, or the one before that renders the same: filters, processors and listeners read the
   * configuration each for itself, and what one of them has rendered need not be compared by the
   * next. Kept weakly, since another application may have made it.
   */
  public AttributeRenderer shared() {
    AttributeRenderer before = last.get();
    if (before != null && before.equals(this)) {
      return before;
    }
    last = new WeakReference<>(this);
    return this;
  }

  public List<Vocabulary> vocabularies() {
    return vocabularies;
  }

  public String attrsPrefix() {
    return attrsPrefix;
  }

  public Disclosure disclosure() {
    return disclosure;
  }

  public UserAttributes render(KnownUser user) {
    OutgoingUser outgoing = disclosure.of(user);
    int emails = outgoing.email() == null ? 0 : keys.of(Term.USER_EMAIL).size();
    int expected = keys.of(Term.USER_ID).size() + emails + outgoing.attrs().size();
    AttributeList list = new AttributeList(keys, expected);
    list.add(Term.USER_ID, outgoing.id());
    list.add(Term.USER_EMAIL, outgoing.email());
    list.add(Term.USER_HASH, outgoing.hash());
    list.add(Term.ACTOR_ID, outgoing.actorId());
    list.add(Term.SESSION_ID, outgoing.sessionId());
    list.add(Term.SOURCE, outgoing.source());
    list.add(Term.USER_ROLES, outgoing.roles().isEmpty() ? null : outgoing.roles());
    outgoing.attrs().forEach((name, value) -> addAttr(list, attrsPrefix + name, value));
    return new UserAttributes(this, outgoing, list.keys(), list.values());
  }

  /**
   * Not over a term: with a prefix as {@code user.}, an attribute {@code id} would say who it is.
   */
  private void addAttr(AttributeList list, String name, Object value) {
    if (keys.contains(name)) {
      Counter.DROPPED.increment();
    } else {
      list.add(name, value);
    }
  }

  /** The attribute that every span with a user has. */
  public AttributeKey<String> idKey() {
    return idKey;
  }

  /** Copies the user that another span carries; false if it carries none. */
  public boolean copy(Attributes from, Span to) {
    return copy(from, (key, value) -> to.setAttribute(key, value));
  }

  /** As {@link #copy(Attributes, Span)}, to whatever has attributes. */
  @SuppressWarnings("unchecked") // a value in Attributes has the type of its key
  public boolean copy(Attributes from, BiConsumer<AttributeKey<Object>, Object> to) {
    if (from.get(idKey) == null) {
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
    return keys.contains(key.getKey()) || key.getKey().startsWith(attrsPrefix);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AttributeRenderer that
        && vocabularies.equals(that.vocabularies)
        && attrsPrefix.equals(that.attrsPrefix)
        && disclosure.equals(that.disclosure);
  }

  @Override
  public int hashCode() {
    return vocabularies.hashCode();
  }

  @Override
  public String toString() {
    return "AttributeRenderer{" + vocabularies + ", " + attrsPrefix + "}";
  }
}
