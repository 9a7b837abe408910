package dev.usercontext.demo.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the command line says.
 *
 * @param modelUrl a language model with OpenAI's API; else the demo brings one
 * @param traffic whether the three users ask by themselves
 */
record Options(
    RuntimeName runtime,
    OptionalInt port,
    OptionalInt dashboardPort,
    OptionalInt otlpPort,
    Optional<String> modelUrl,
    Optional<String> model,
    boolean traffic,
    boolean help) {

  static final String USAGE =
      """
      demo/run [--runtime quarkus|wildfly|open-liberty]
               [--port PORT]             of the application, usually 8081
               [--dashboard-port PORT]   of the dashboard, usually 8080
               [--otlp-port PORT]        where the dashboard takes spans (gRPC), usually 4317
               [--model-url URL]         of a real model with OpenAI's API, as https://api.openai.com/v1
               [--model NAME]            its name, for all users; the key is in DEMO_MODEL_KEY
               [--no-traffic]            nobody asks but you
      """;

  /** On what the application runs. */
  enum RuntimeName {
    QUARKUS("quarkus", "Quarkus"),
    WILDFLY("wildfly", "WildFly"),
    OPEN_LIBERTY("open-liberty", "Open Liberty");

    final String flag;
    final String title;

    RuntimeName(String flag, String title) {
      this.flag = flag;
      this.title = title;
    }

    static RuntimeName of(String flag) throws Problem {
      for (RuntimeName name : values()) {
        if (name.flag.equals(flag)) {
          return name;
        }
      }
      throw refused("there is no runtime \"" + flag + "\"");
    }
  }

  static Options parse(String... arguments) throws Problem {
    Deque<String> words = new ArrayDeque<>(List.of(arguments));
    RuntimeName runtime = RuntimeName.QUARKUS;
    OptionalInt port = OptionalInt.empty();
    OptionalInt dashboardPort = OptionalInt.empty();
    OptionalInt otlpPort = OptionalInt.empty();
    Optional<String> modelUrl = Optional.empty();
    Optional<String> model = Optional.empty();
    boolean traffic = true;
    boolean help = false;
    while (!words.isEmpty()) {
      String flag = words.pop();
      switch (flag) {
        case "--runtime" -> runtime = RuntimeName.of(value(flag, words));
        case "--port" -> port = OptionalInt.of(number(flag, words));
        case "--dashboard-port" -> dashboardPort = OptionalInt.of(number(flag, words));
        case "--otlp-port" -> otlpPort = OptionalInt.of(number(flag, words));
        case "--model-url" -> modelUrl = Optional.of(value(flag, words));
        case "--model" -> model = Optional.of(value(flag, words));
        case "--no-traffic" -> traffic = false;
        case "--help", "-h" -> help = true;
        default -> throw refused("\"" + flag + "\" is not known");
      }
    }
    return new Options(runtime, port, dashboardPort, otlpPort, modelUrl, model, traffic, help);
  }

  private static String value(String flag, Deque<String> words) throws Problem {
    if (words.isEmpty()) {
      throw refused(flag + " needs a value");
    }
    return words.pop();
  }

  private static int number(String flag, Deque<String> words) throws Problem {
    String text = value(flag, words);
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException failure) {
      // said below
    }
    throw refused(flag + " needs a number up to 65535, not \"" + text + "\"");
  }

  private static Problem refused(String why) {
    return new Problem("DEMO06", why + ".\n\n" + USAGE);
  }
}
