package dev.usercontext.it.contract;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who sends a request.
 *
 * @param authorization the header, or null for none
 * @param user what the spans must say
 */
public record Caller(String name, String authorization, ExpectedUser user) {

  private static final String BEARER = "Bearer ";

  public static final Caller ANONYMOUS = new Caller("nobody", null, ExpectedUser.NOBODY);

  /** The users of every server, whose passwords are their names and {@code -secret}. */
  public static Caller basic(String name) {
    return basic(name, password(name), ExpectedUser.id(name));
  }

  public static Caller basic(String name, String password, ExpectedUser user) {
    byte[] credentials = (name + ':' + password).getBytes(StandardCharsets.UTF_8);
    return new Caller(name, "Basic " + Base64.getEncoder().encodeToString(credentials), user);
  }

  public static Caller bearer(String name, String token) {
    return new Caller(name, BEARER + token, ExpectedUser.id(name));
  }

  /** The same caller, who no server should believe: with a wrong password, or a forged token. */
  Caller withWrongSecret() {
    return isBearer()
        ? new Caller(name, authorization + "AAAA", ExpectedUser.NOBODY)
        : basic(name, "wrong", ExpectedUser.NOBODY);
  }

  private boolean isBearer() {
    return authorization.startsWith(BEARER);
  }

  public static String password(String name) {
    return name + "-secret";
  }

  public Caller seenAs(ExpectedUser expected) {
    return new Caller(name, authorization, expected);
  }

  boolean isAnonymous() {
    return authorization == null;
  }

  @Override
  public String toString() {
    return name;
  }
}
