package dev.usercontext.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** For what can't choose its port itself. */
public final class FreePort {

  private FreePort() {}

  /**
   * A port that nobody has. It is below those that the system gives to whoever opens a connection,
   * so that it is free still when a server has started that takes it.
   */
  public static int find() {
    try (ServerSocket socket = new ServerSocket()) {
      while (!socket.isBound()) {
        tryAny(socket);
      }
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void tryAny(ServerSocket socket) throws IOException {
    int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (BindException taken) {
      // The next one may be free.
    }
  }
}
