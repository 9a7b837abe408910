package dev.usercontext.it.contract;

import java.util.Map;
import java.util.TreeMap;

/** The attributes that say who the user of a span is: all of them, and no others. */
public record ExpectedUser(Map<String, Object> attributes) {

  public static final ExpectedUser NOBODY = new ExpectedUser(Map.of());

  public static ExpectedUser id(String id) {
    return new ExpectedUser(Map.of("user_id", id, "user.id", id));
  }

  public ExpectedUser email(String email) {
    return with("user_email", email).with("user.email", email);
  }

  public ExpectedUser attr(String name, Object value) {
    return with("user_attrs." + name, value);
  }

  public boolean isNobody() {
    return attributes.isEmpty();
  }

  /** And this, of all that says who somebody is. */
  public ExpectedUser with(String name, Object value) {
    Map<String, Object> more = new TreeMap<>(attributes);
    more.put(name, value);
    return new ExpectedUser(more);
  }
}
