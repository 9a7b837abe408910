package dev.usercontext.demo.agent;

import dev.usercontext.UserContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** All orders. Elsewhere this is a database. */
@ApplicationScoped
public class Orders {
  private static final Map<String, String> BY_CUSTOMER =
      Map.of(
          "ada", "1001: a desk, delivered on Monday. 1002: six chairs, to be delivered tomorrow.",
          "grace", "1003: a lamp, delivered on Tuesday.",
          "linus", "1004: a keyboard, in the parcel centre since yesterday.");

  /** Whose question is answered: no agent needs to be told, so none can be talked into another. */
  public String ofUser() {
    return UserContext.current()
        .map(user -> BY_CUSTOMER.get(user.userId()))
        .orElse("There are no orders.");
  }
}
