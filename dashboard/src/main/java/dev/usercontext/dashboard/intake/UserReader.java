package dev.usercontext.dashboard.intake;

import dev.usercontext.dashboard.model.SpanUser;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the user among the attributes of a span, in any vocabulary that is about. An id stays as it
 * was sent, with spaces at its ends: only the application knows whether {@code "ada"} and {@code
 * "ada "} are one, and two rows of one user are better than the spans of two in one.
 */
final class UserReader {
  /** The first that is there counts: the library's own, OpenTelemetry's, and then the others. */
  private static final List<String> IDS =
      List.of(
          "user_id", "user.id", "enduser.id", "usr.id", "langfuse.user.id", "enduser.pseudo.id");

  private static final List<String> EMAILS =
      List.of("user_email", "user.email", "enduser.email", "usr.email");

  private UserReader() {}

  static @Nullable SpanUser read(Map<String, Object> attributes) {
    String id = first(IDS, attributes);
    return id == null ? null : new SpanUser(id, first(EMAILS, attributes));
  }

  private static @Nullable String first(List<String> keys, Map<String, Object> attributes) {
    for (String key : keys) {
      Object value = attributes.get(key);
      // A number is an id as well.
      if (value instanceof String || value instanceof Number) {
        String text = value.toString();
        if (!text.isBlank()) {
          return text;
        }
      }
    }
    return null;
  }
}
