package dev.usercontext.internal.config;

import java.io.Serial;
import java.util.List;

/** The configuration cannot be used. All that is wrong with it is in here. */
public final class InvalidConfigException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // always List.copyOf, which is serializable
  private final List<String> problems;

  InvalidConfigException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
