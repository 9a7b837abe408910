package dev.usercontext.it.contract;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who sends a request.
 *
 * @param authorization the header, or null for none
 * @param user what the spans must say
 * @param headers what is sent besides
 */
public record Caller(
    String name, String authorization, ExpectedUser user, Map<String, List<String>> headers) {

  private static final String BEARER = "Bearer ";

  public static final Caller ANONYMOUS = new Caller("nobody", null, ExpectedUser.NOBODY);

  private Caller(String name, String authorization, ExpectedUser user) {
    this(name, authorization, user, Map.of());
  }

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
    String wrong =
        isBearer()
            ? authorization + "AAAA"
            : basic(name, "wrong", ExpectedUser.NOBODY).authorization();
    return new Caller(name, wrong, ExpectedUser.NOBODY, headers);
  }

  private boolean isBearer() {
    return authorization.startsWith(BEARER);
  }

  public static String password(String name) {
    return name + "-secret";
  }

  public Caller seenAs(ExpectedUser expected) {
    return new Caller(name, authorization, expected, headers);
  }

  /** The same caller, behind a proxy that adds a header, or by a client that does. */
  public Caller sending(String header, String... values) {
    Map<String, List<String>> more = new TreeMap<>(headers);
    more.put(header, List.of(values));
    return new Caller(name, authorization, user, more);
  }

  boolean isAnonymous() {
    return authorization == null;
  }

  @Override
  public String toString() {
    return name;
  }
}
