package dev.usercontext.demo.launcher;

/** What keeps the demo from running, in words for who started it; the codes are in README.md. */
public final class Problem extends Exception {
  private static final long serialVersionUID = 1L;

  public Problem(String code, String text) {
    super(code + ": " + text);
  }
}
