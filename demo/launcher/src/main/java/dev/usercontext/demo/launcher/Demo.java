package dev.usercontext.demo.launcher;

import dev.usercontext.demo.launcher.model.ModelServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Starts everything, says where it is, and stops everything when it is stopped. */
public final class Demo {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Ports ports = new Ports();
  private final Installation installation = Installation.find();
  private final Options options;
  private final Stopping stopping;
  private final Path folder;

  private Demo(Options options, Stopping stopping, Path folder) {
    this.options = options;
    this.stopping = stopping;
    this.folder = folder;
  }

  /** What {@code --help} says. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    try {
      Options options = Options.parse(arguments);
      if (options.help()) {
        System.out.print(Options.USAGE);
        return;
      }
      RunFolder folder = RunFolder.create(Installation.find().launcher().resolve("runs"));
      Stopping stopping = new Stopping(folder);
      Runtime.getRuntime().addShutdownHook(new Thread(stopping, "stop"));
      try {
        new Demo(options, stopping, folder.path()).run();
      } catch (Problem problem) {
        stopping.failed();
        throw problem;
      }
    } catch (Problem problem) {
      System.err.println(problem.getMessage());
      System.exit(1);
    }
  }

  private void run() throws Problem, IOException {
    int dashboardPort = port(options.dashboardPort(), 8080, "--dashboard-port", "the dashboard");
    int port = port(options.port(), 8081, "--port", "the application");
    int otlp = port(options.otlpPort(), 4317, "--otlp-port", "OTLP");
    URI dashboardUri = URI.create("http://127.0.0.1:" + dashboardPort + '/');
    URI appUri = URI.create("http://127.0.0.1:" + port + '/');

    System.out.printf(
        "Starting the dashboard, and the help desk on %s ...%n", options.runtime().title);
    Child dashboard = startDashboard(dashboardPort, otlp);
    Child app = startApp(port, otlp);
    dashboard.awaitReady(client, dashboardUri.resolve("/users"), null);
    app.awaitReady(client, appUri, DemoUser.ALL.get(0).basic());

    if (options.traffic()) {
      stopping.add(Traffic.start(client, appUri, options.modelUrl().isPresent(), app.log()));
    }
    say(dashboardUri, appUri, otlp);
    throw Child.firstToEnd(dashboard, app).died();
  }

  private int port(OptionalInt asked, int usual, String flag, String what) throws Problem {
    return asked.isPresent() ? ports.demand(asked.getAsInt(), flag) : ports.prefer(usual, what);
  }

  private Child startDashboard(int port, int otlp) throws Problem, IOException {
    List<String> line =
        installation.java(
            "-Xmx400m",
            "-Dquarkus.http.port=" + port,
            "-Ddashboard.otlp.grpc-port=" + otlp,
            "-Ddashboard.otlp.http-port=" + otlpHttpPort(),
            "-Ddashboard.store.folder=" + folder.resolve("dashboard"),
            // Its database unpacks a library there, which then goes with the folder.
            "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
            "-jar",
            installation.built("dashboard/target/user-context-dashboard-runner.jar").toString());
    return stopping.start("Dashboard", line, Map.of(), folder);
  }

  private int otlpHttpPort() {
    return options.otlpPort().isPresent() ? ports.any() : ports.prefer(4318, "OTLP over HTTP");
  }

  private Child startApp(int port, int otlp) throws Problem, IOException {
    List<String> settings = new ArrayList<>();
    settings.add("-Dotel.exporter.otlp.endpoint=http://127.0.0.1:" + otlp);
    settings.add("-Ddemo.model.url=" + modelUrl());
    options.model().ifPresent(name -> settings.add("-Ddemo.model.name=" + name));
    AppRuntime.Command command =
        AppRuntime.of(options.runtime(), ports).prepare(installation, folder, port, settings);
    return stopping.start(options.runtime().title, command.line(), command.environment(), folder);
  }

  private String modelUrl() throws IOException {
    if (options.modelUrl().isPresent()) {
      return options.modelUrl().get();
    }
    ModelServer model = ModelServer.start();
    stopping.add(model);
    return model.url();
  }

  private void say(URI dashboard, URI app, int otlp) {
    System.out.printf(
        """

          Dashboard   %s
                      who asked what, and what it cost%s
          Help desk   %s
                      log in: %s
          OTLP        http://127.0.0.1:%d
                      for an application of your own

        Ctrl-C stops all of it.
        """
            .formatted(
                dashboard,
                options.traffic() ? "; three users are asking already" : "",
                app,
                String.join(
                    ", ",
                    DemoUser.ALL.stream()
                        .map(user -> user.name() + " / " + user.password())
                        .toList()),
                otlp));
  }
}
