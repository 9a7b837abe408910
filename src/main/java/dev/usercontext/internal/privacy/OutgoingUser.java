package dev.usercontext.internal.privacy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a user may leave the process, on whichever way: on spans, log records, in baggage. Ready
 * to be written: pseudonyms are made, limits kept, characters that could harm a reader replaced.
 *
 * @param id the id or its pseudonym
 * @param email null where it is not known or not to be told
 * @param attrs unmodifiable
 * @param hash the pseudonym once more, null where the id is told as it is
 * @param actorId null where nobody acts for the user
 * @param source null where it is not to be told
 */
public record OutgoingUser(
    String id,
    @Nullable String email,
    Map<String, Object> attrs,
    @Nullable String hash,
    @Nullable String actorId,
    List<String> roles,
    @Nullable String sessionId,
    @Nullable String source) {}
