package dev.usercontext.it.app.work;

/** One thing that a request does. Every kind of entry can be asked for it by its name. */
public interface Action {

  String name();

  /** Returns what the caller is answered. */
  String run(Parameters parameters) throws Exception;

  /** The parameters of the request; null for one that was not sent. */
  @FunctionalInterface
  interface Parameters {
    String get(String name);
  }
}
