package dev.usercontext.demo.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Finds ports on loopback that nobody has, each once. */
final class Ports {
  private final Set<Integer> given = new HashSet<>();

  /** The one that was asked for, or none. */
  int demand(int port, String flag) throws Problem {
    if (!isFree(port)) {
      throw new Problem(
          "DEMO04",
          "port %d is taken. Stop what has it, or take another: %s PORT".formatted(port, flag));
    }
    return port == 0 ? any() : port;
  }

  /** The usual one, or any other. */
  int prefer(int port, String what) {
    if (isFree(port)) {
      given.add(port);
      return port;
    }
    int other = any();
    System.out.printf("Port %d is taken: %s is on %d.%n", port, what, other);
    return other;
  }

  int any() {
    while (true) {
      int port = probe(0);
      if (given.add(port)) {
        return port;
      }
    }
  }

  private boolean isFree(int port) {
    return !given.contains(port) && probe(port) >= 0;
  }

  private static int probe(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket.getLocalPort();
    } catch (IOException taken) {
      return -1;
    }
  }
}
