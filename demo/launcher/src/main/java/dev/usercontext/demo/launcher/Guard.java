package dev.usercontext.demo.launcher;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;

/**
 * Goes into each process that the demo starts, as an agent, and ends it in good order once the demo
 * closes the process's input: because it stops, or because it is gone, however that happened.
 */
public final class Guard {

  private Guard() {}

  public static void premain(String arguments) {
    Thread guard = new Thread(Guard::endWithInput, "demo-guard");
    guard.setDaemon(true);
    guard.start();
  }

  private static void endWithInput() {
    try (FileInputStream input = new FileInputStream(FileDescriptor.in)) {
      while (input.read() >= 0) {
        // nothing is ever said
      }
    } catch (IOException gone) {
      // the same
    }
    System.exit(0);
  }
}
