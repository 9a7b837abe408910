package dev.usercontext.test;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The user of a span, in the built-in vocabularies (flat, otel, enduser, usr). One of your own and
 * another {@code usercontext.attrs-prefix} are not read; with pseudonyms, the id is the pseudonym,
 * {@code UserPseudonyms.of(id).get(0)}.
 *
 * @param id empty for nobody
 * @param email empty where there is none
 * @param attrs custom attributes, without {@code user_attrs.}; whole numbers are Longs, others are
 *     Doubles
 */
public record SpanUser(String id, String email, Map<String, Object> attrs) {

  /** Whom a span without any attribute of a user has. */
  public static final SpanUser NOBODY = new SpanUser("", "", Map.of());

  private static final List<String> IDS = List.of("user_id", "user.id", "enduser.id", "usr.id");
  private static final List<String> EMAILS = List.of("user_email", "user.email", "usr.email");
  private static final String ATTRS = "user_attrs.";

  /** This user, without email and attributes. */
  public static SpanUser id(String id) {
    return new SpanUser(id, "", Map.of());
  }

  /** What a span says. Names of one thing that differ are joined, and so equal to nothing. */
  public static SpanUser of(ReceivedSpan span) {
    Map<String, Object> attrs = new TreeMap<>();
    span.attributes()
        .forEach(
            (name, value) -> {
              if (name.startsWith(ATTRS)) {
                attrs.put(name.substring(ATTRS.length()), value);
              }
            });
    return new SpanUser(joined(span, IDS), joined(span, EMAILS), attrs);
  }

  /** The same user with this email. */
  public SpanUser email(String address) {
    return new SpanUser(id, address, attrs);
  }

  /** The same user with one more custom attribute, by its name without {@code user_attrs.} */
  public SpanUser attr(String name, Object value) {
    Map<String, Object> more = new TreeMap<>(attrs);
    more.put(name, normal(value));
    return new SpanUser(id, email, more);
  }

  private static String joined(ReceivedSpan span, List<String> names) {
    return names.stream()
        .map(span.attributes()::get)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  private static Object normal(Object value) {
    if (value instanceof Double || value instanceof Float) {
      return ((Number) value).doubleValue();
    }
    return value instanceof Number number ? (Object) number.longValue() : value;
  }

  @Override
  public String toString() {
    if (equals(NOBODY)) {
      return "nobody";
    }
    String mail = email.isEmpty() ? "" : " <" + email + '>';
    return (id.isEmpty() ? "(no id)" : id) + mail + (attrs.isEmpty() ? "" : " " + attrs);
  }
}
