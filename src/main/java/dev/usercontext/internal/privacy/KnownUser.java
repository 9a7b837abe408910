package dev.usercontext.internal.privacy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a user inside of the process.
 *
 * @param attrs unmodifiable
 * @param actorId who acts for the user
 * @param roles empty unless configured
 * @param sessionId of the HTTP session, unless not configured or not known
 */
public record KnownUser(
    String id,
    @Nullable String email,
    Map<String, Object> attrs,
    @Nullable String actorId,
    List<String> roles,
    @Nullable String sessionId,
    Provenance source) {

  public KnownUser withSource(Provenance other) {
    return new KnownUser(id, email, attrs, actorId, roles, sessionId, other);
  }
}
