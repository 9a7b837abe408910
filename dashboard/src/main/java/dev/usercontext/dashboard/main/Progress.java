package dev.usercontext.dashboard.main;

import java.io.Closeable;
import java.io.PrintStream;

/** A bar on the terminal; a line every tenth where there is none. */
final class Progress implements Closeable {
  private static final int CELLS = 40;

  private final PrintStream out;
  private final long size;
  private final boolean terminal;
  private int shown = -1;

  Progress(PrintStream out, long size, boolean terminal) {
    this.out = out;
    this.size = Math.max(1, size);
    this.terminal = terminal;
  }

  /** So many bytes of the file are read, and so many spans sent. */
  void at(long bytes, long spans) {
    int percent = (int) Math.min(100, bytes * 100 / size);
    if (percent == shown || !terminal && percent / 10 == shown / 10 && shown >= 0) {
      return;
    }
    shown = percent;
    int full = percent * CELLS / 100;
    String bar = "█".repeat(full) + "░".repeat(CELLS - full);
    out.print(
        (terminal ? "\r" : "")
            + bar
            + " %3d %%  %,d spans".formatted(percent, spans)
            + (terminal ? "" : "\n"));
    out.flush();
  }

  void done(long sent, long rejected) {
    at(size, sent);
    out.println();
    out.printf("%,d spans sent", sent);
    out.println(rejected == 0 ? "." : ", %,d rejected.".formatted(rejected));
  }

  @Override
  public void close() {
    out.flush();
  }
}
