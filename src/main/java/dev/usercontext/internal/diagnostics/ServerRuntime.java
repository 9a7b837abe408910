package dev.usercontext.internal.diagnostics;

/** The runtime that the application is deployed on, as far as behaviour or advice differ. */
public enum ServerRuntime {
  QUARKUS("Quarkus", "Add the quarkus-opentelemetry extension."),
  WILDFLY(
      "WildFly",
      "Add the subsystems opentelemetry and microprofile-telemetry to the server"
          + " (extensions org.wildfly.extension.opentelemetry and"
          + " org.wildfly.extension.microprofile.telemetry)."),
  OPEN_LIBERTY(
      "Open Liberty",
      "Enable the feature mpTelemetry-2.0 or mpTelemetry-2.1 in server.xml; with 2.0 also set"
          + " <classloader apiTypeVisibility=\"+third-party\"/> for the application."),
  OTHER("Java", "Add io.opentelemetry:opentelemetry-api to the application.");

  private final String title;
  private final String enableOpenTelemetry;

  ServerRuntime(String title, String enableOpenTelemetry) {
    this.title = title;
    this.enableOpenTelemetry = enableOpenTelemetry;
  }

  /** One sentence: what to do where the server does not load our span processor. */
  public String howToLoadProcessor() {
    return switch (this) {
      case OPEN_LIBERTY ->
          "Open Liberty runs MicroProfile Telemetry in runtime mode: set otel.sdk.disabled=false in"
              + " META-INF/microprofile-config.properties of the application instead of"
              + " bootstrap.properties or the environment of the server.";
      case WILDFLY ->
          "WildFly builds one OpenTelemetry SDK for an EAR: put the jar into the lib folder of the"
              + " EAR instead of its WARs.";
      default -> "Build the OpenTelemetry SDK of the application by autoconfiguration.";
    };
  }

  /** Finds out by what each runtime cannot run without. */
  public static ServerRuntime detect() {
    if (ClassPresence.isPresent("io.quarkus.runtime.Application")) {
      return QUARKUS;
    }
    if (System.getProperty("jboss.home.dir") != null) {
      return WILDFLY;
    }
    if (System.getProperty("wlp.install.dir") != null) {
      return OPEN_LIBERTY;
    }
    return OTHER;
  }

  /** Whether it is one of the Jakarta EE servers that this library knows: with JNDI, and Weld. */
  public boolean isJakartaEe() {
    return this == WILDFLY || this == OPEN_LIBERTY;
  }

  public String title() {
    return title;
  }

  /** One sentence: what to do where the OpenTelemetry API is missing. */
  public String howToEnableOpenTelemetry() {
    return enableOpenTelemetry;
  }
}
