package dev.usercontext.demo.report;

/** The managed executor of the runtime: user and trace go along with what it is given. */
public interface Background {
  void run(Runnable task);
}
