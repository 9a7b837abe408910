package dev.usercontext.it.contract;

import java.util.List;
import java.util.stream.IntStream;

/** The users of the storm, who have passwords as all others have. */
public final class StormUsers {

  private static final int COUNT = 200;

  private StormUsers() {}

  public static List<String> names() {
    return IntStream.range(0, COUNT).mapToObj(i -> "user-" + i).toList();
  }
}
