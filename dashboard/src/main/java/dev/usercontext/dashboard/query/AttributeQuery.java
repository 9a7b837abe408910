package dev.usercontext.dashboard.query;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of spans in the {@link QueryLanguage}, for links. Some can't be asked for: their names
 * have characters that no key has, or mean something else there.
 */
public final class AttributeQuery {
  private static final Pattern KEY = Pattern.compile(QueryToken.KEY);

  /** Keys of ours that are the names of the attributes which they are read from. */
  private static final Set<String> THEMSELVES =
      Set.of("user_id", "user.id", "user_email", "service.name", "deployment.environment.name");

  private AttributeQuery() {}

  /** The query for the spans with this value; null where there is none. */
  public static @Nullable String equalTo(String name, String value) {
    String quoted = '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    return canBeAsked(name) ? name + ":" + quoted : null;
  }

  /** The query for the spans that have it; null where there is none. */
  public static @Nullable String present(String name) {
    return canBeAsked(name) ? name + ":*" : null;
  }

  private static boolean canBeAsked(String name) {
    return KEY.matcher(name).matches() && (THEMSELVES.contains(name) || !Columns.isOurs(name));
  }
}
