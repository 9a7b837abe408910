package dev.usercontext.it.contract;

/**
 * What a line of the server's own log says of the user.
 *
 * @param userId empty for nobody
 * @param email empty for none
 */
public record LoggedLine(String userId, String email) {}
