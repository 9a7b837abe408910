package dev.usercontext.dashboard.main;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Starts the dashboard, or sends a file to one that runs. */
@QuarkusMain
public final class Dashboard {
  private static final String USAGE =
      """
      java -jar user-context-dashboard-runner.jar
          starts the dashboard: http://localhost:8080, OTLP on 4317 (gRPC) and 4318 (HTTP)
      java -jar user-context-dashboard-runner.jar import FILE [--to http://localhost:4318] [--token TOKEN]
          sends the spans of a file of OTLP JSON, also .gz, to a dashboard that runs
      """;

  private Dashboard() {}

  /** What the usage text says. */
  public static void main(String... args) {
    if (args.length == 0) {
      Quarkus.run(args);
    } else if (args[0].equals("import")) {
      System.exit(ImportCommand.run(List.of(args).subList(1, args.length)));
    } else {
      boolean help = args[0].equals("help") || args[0].equals("--help") || args[0].equals("-h");
      (help ? System.out : System.err).print(USAGE);
      System.exit(help ? 0 : 2);
    }
  }

  static String usage() {
    return USAGE;
  }
}
