package dev.usercontext.internal.context;

import dev.usercontext.UserContext;
import dev.usercontext.internal.diagnostics.Counter;
import dev.usercontext.internal.privacy.KnownUser;
import dev.usercontext.internal.privacy.Provenance;
import dev.usercontext.internal.privacy.SafeText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Validates each part as it comes, so that the stack trace shows who brought it. */
public final class UserContextBuilder implements UserContext.Builder {

  private static final int MAX_ID = 1_024;
  // RFC 5321: 64 for the local part, 255 for the domain.
  private static final int MAX_EMAIL = 320;
  private static final int MAX_ATTRS = 64;
  private static final int MAX_NAME = 128;
  private static final int MAX_VALUE = 4_096;

  private final String userId;
  private @Nullable String email;

  /** Copied before it is changed: most users have none, and a value has its own for good. */
  private Map<String, Object> attrs = Map.of();

  private boolean attrsAreOurs;
  private @Nullable String actorId;
  private List<String> roles = List.of();
  private @Nullable String sessionId;
  private final Provenance source;

  public UserContextBuilder(String userId) {
    this(userId, Provenance.API);
  }

  /** By somebody else than the application. */
  public UserContextBuilder(String userId, Provenance source) {
    this.userId = text("userId", userId, MAX_ID);
    this.source = source;
  }

  /** From a value, of which every part has been validated. */
  UserContextBuilder(KnownUser known) {
    this.userId = known.id();
    this.email = known.email();
    this.attrs = known.attrs();
    this.actorId = known.actorId();
    this.roles = known.roles();
    this.sessionId = known.sessionId();
    this.source = known.source();
  }

  @Override
  public UserContextBuilder email(String email) {
    this.email = text("email", email, MAX_EMAIL);
    return this;
  }

  /** As {@link #email}, of whoever can not correct it: left out where it can not be one. */
  public void emailIfAny(@Nullable String email) {
    if (email == null) {
      return;
    }
    try {
      email(email);
    } catch (IllegalArgumentException e) {
      // Half of an address would be that of somebody else.
      Counter.DROPPED.increment();
    }
  }

  /** As {@link #attrs}, of whoever can not correct it: cut, or left out where it can not be one. */
  public void attrIfAny(String name, @Nullable Object value) {
    if (value == null) {
      return;
    }
    try {
      any(name, value instanceof String text ? cut(text) : value);
    } catch (IllegalArgumentException e) {
      Counter.DROPPED.increment();
    }
  }

  private static String cut(String text) {
    if (text.length() <= MAX_VALUE) {
      return text;
    }
    Counter.CUT.increment();
    return SafeText.cut(text, MAX_VALUE);
  }

  @Override
  public UserContextBuilder attr(String name, String value) {
    if (notNull("value of attribute '" + name + "'", value).length() > MAX_VALUE) {
      throw tooLong("value of attribute '" + name + "'", value, MAX_VALUE);
    }
    return put(name, value);
  }

  @Override
  public UserContextBuilder attr(String name, boolean value) {
    return put(name, value);
  }

  @Override
  public UserContextBuilder attr(String name, long value) {
    return put(name, value);
  }

  @Override
  public UserContextBuilder attr(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value of attribute '" + name + "' must be finite");
    }
    return put(name, value);
  }

  @Override
  public UserContextBuilder attrs(Map<String, ?> attrs) {
    notNull("attrs", attrs).forEach(this::any);
    return this;
  }

  @Override
  public UserContextBuilder actor(String actorId) {
    this.actorId = text("actor", actorId, MAX_ID);
    return this;
  }

  public String userId() {
    return userId;
  }

  public UserContextBuilder roles(List<String> roles) {
    this.roles = List.copyOf(roles);
    return this;
  }

  public UserContextBuilder session(String sessionId) {
    this.sessionId = sessionId;
    return this;
  }

  @Override
  public UserValue build() {
    if (attrsAreOurs) {
      attrs = Collections.unmodifiableMap(attrs);
      attrsAreOurs = false;
    }
    return new UserValue(new KnownUser(userId, email, attrs, actorId, roles, sessionId, source));
  }

  private void any(String name, @Nullable Object value) {
    if (value instanceof String string) {
      attr(name, string);
    } else if (value instanceof Boolean bool) {
      attr(name, bool.booleanValue());
    } else if (value instanceof Number number) {
      number(name, number);
    } else {
      throw new IllegalArgumentException(
          "value of attribute '"
              + name
              + "' must be a String, Boolean or Number, not "
              + (value == null ? "null" : value.getClass().getName()));
    }
  }

  private void number(String name, Number value) {
    if (isIntegral(value)) {
      attr(name, value.longValue());
    } else {
      attr(name, value.doubleValue());
    }
  }

  private static boolean isIntegral(Number value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte
        || value instanceof AtomicInteger
        || value instanceof AtomicLong;
  }

  private UserContextBuilder put(String name, Object value) {
    text("name of an attribute", name, MAX_NAME);
    if (attrs.size() == MAX_ATTRS && !attrs.containsKey(name)) {
      throw new IllegalArgumentException("attrs must not be more than " + MAX_ATTRS);
    }
    if (!attrsAreOurs) {
      attrs = new LinkedHashMap<>(attrs);
      attrsAreOurs = true;
    }
    attrs.put(name, value);
    return this;
  }

  private static String text(String field, @Nullable String value, int max) {
    String text = notNull(field, value);
    if (text.isBlank()) {
      throw new IllegalArgumentException(field + " must not be blank");
    }
    if (text.length() > max) {
      throw tooLong(field, text, max);
    }
    return text;
  }

  private static <T> T notNull(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(field + " must not be null");
    }
    return value;
  }

  private static IllegalArgumentException tooLong(String field, String value, int max) {
    return new IllegalArgumentException(
        field + " must not be longer than " + max + " characters, it has " + value.length());
  }
}
