package dev.usercontext.it.app.work;

import java.util.concurrent.Callable;

/** One thing that a request does. Every kind of entry can be asked for it by its name. */
public interface Action {

  String name();

  /** Returns what the caller is answered. */
  String run(Parameters parameters) throws Exception;

  /** An action of a few words. */
  static Action of(String name, Callable<String> work) {
    return new Action() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String run(Parameters parameters) throws Exception {
        return work.call();
      }
    };
  }

  /** The parameters of the request; null for one that was not sent. */
  @FunctionalInterface
  interface Parameters {
    String get(String name);
  }
}
