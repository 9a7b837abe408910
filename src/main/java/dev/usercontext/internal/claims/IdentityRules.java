package dev.usercontext.internal.claims;

import java.util.List;
import java.util.Map;

/**
 * What configuration takes of an identity. Of several sources the first that has something counts.
 *
 * @param userId empty for the name of the principal
 * @param email empty for none
 * @param attrs by the name of the attribute
 * @param actor who acts for the user
 * @param roles those that are told, which the container is asked for one by one
 * @param allRoles whether all are told that the container can enumerate
 * @param session whether the session is told
 */
public record IdentityRules(
    List<ClaimSource> userId,
    List<ClaimSource> email,
    Map<String, List<ClaimSource>> attrs,
    List<ClaimSource> actor,
    List<String> roles,
    boolean allRoles,
    boolean session) {

  /** As it is without any configuration. */
  public static final IdentityRules DEFAULT =
      new IdentityRules(
          List.of(),
          List.of(),
          Map.of(),
          List.of(ClaimSource.parse("act/sub")),
          List.of(),
          false,
          false);

  /** Whether there is anything to take but the name and, of a token, the actor. */
  public boolean takesMoreThanName() {
    return !userId.isEmpty()
        || !email.isEmpty()
        || !attrs.isEmpty()
        || !roles.isEmpty()
        || allRoles
        || session;
  }
}
