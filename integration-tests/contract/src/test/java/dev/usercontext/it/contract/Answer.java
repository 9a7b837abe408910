package dev.usercontext.it.contract;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a caller got.
 *
 * @param threads the threads that served the request, as far as the application says
 */
public record Answer(int status, String body, Set<String> threads) {

  private static final String SERVED_BY = "Served-By: ";

  /** The threads besides the one of the request, which the application names in its answer. */
  static Set<String> threadsNamedIn(String body) {
    return body.lines()
        .filter(line -> line.startsWith(SERVED_BY))
        .map(line -> line.substring(SERVED_BY.length()))
        .collect(Collectors.toSet());
  }
}
