package dev.usercontext.demo.launcher;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Who is known to the application; a password is the name and "-demo". */
public record DemoUser(String name, String plan, int secondsBetweenQuestions) {
  public static final List<DemoUser> ALL =
      List.of(
          new DemoUser("ada", "team", 3),
          new DemoUser("grace", "pro", 4),
          new DemoUser("linus", "free", 6));

  public String password() {
    return name + "-demo";
  }

  /** What a browser sends. */
  public String basic() {
    byte[] credentials = (name + ':' + password()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }
}
