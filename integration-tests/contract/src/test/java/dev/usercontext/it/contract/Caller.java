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
    return new Caller(name, "Bearer " + token, ExpectedUser.id(name));
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
