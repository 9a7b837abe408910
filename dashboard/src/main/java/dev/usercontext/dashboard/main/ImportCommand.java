package dev.usercontext.dashboard.main;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code import FILE}: reads OTLP JSON, and sends it as an exporter would. */
final class ImportCommand {
  private ImportCommand() {}

  /** Returns the exit code: 0 done, 1 failed, 2 called wrongly. */
  static int run(List<String> args) {
    Path file = null;
    URI to = URI.create("http://localhost:4318");
    String token = System.getenv("DASHBOARD_OTLP_TOKEN");
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      boolean option = arg.equals("--to") || arg.equals("--token");
      if (option && i + 1 == args.size() || !option && (arg.startsWith("-") || file != null)) {
        return wrong();
      }
      if (arg.equals("--to")) {
        to = URI.create(args.get(++i));
      } else if (arg.equals("--token")) {
        token = args.get(++i);
      } else {
        file = Path.of(arg);
      }
    }
    if (file == null) {
      return wrong();
    }
    return send(file, to, token);
  }

  private static int wrong() {
    System.err.print(Dashboard.usage());
    return 2;
  }

  private static int send(Path file, URI to, @Nullable String token) {
    try (Progress progress = new Progress(System.err, Files.size(file), System.console() != null)) {
      OtlpSender sender = new OtlpSender(to, token);
      OtlpJsonFile.read(file, progress, sender::send);
      progress.done(sender.sent(), sender.rejected());
      return sender.rejected() == 0 ? 0 : 1;
    } catch (IOException | ImportException e) {
      System.err.println();
      System.err.println(
          e instanceof ImportException ? e.getMessage() : "UCD111: " + file + ": " + e);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
