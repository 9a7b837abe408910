package dev.usercontext.testkit;

import dev.usercontext.UserContext;

/** The users of the tests. */
public final class Users {

  public static final UserContext ADA =
      UserContext.builder("ada").email("ada@example.com").attr("plan", "pro").build();
  public static final UserContext BOB = UserContext.builder("bob").build();
  public static final UserContext EVE = UserContext.builder("eve").attr("plan", "free").build();

  private Users() {}
}
