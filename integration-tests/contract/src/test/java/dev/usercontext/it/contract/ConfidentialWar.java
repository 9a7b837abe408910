package dev.usercontext.it.contract;

import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The application of {@link ConfidentialContract} for a server of Jakarta EE. A class of its own,
 * as Quarkus, where that test runs too, has no ShrinkWrap.
 */
public final class ConfidentialWar {

  private ConfidentialWar() {}

  public static WebArchive build() {
    return ApplicationWar.attributed("confidential")
        .parts("async", "managed", "logs")
        .webXml(WebXml.basic())
        .configure(ConfidentialContract.configuration())
        .configure("otel.logs.exporter", "otlp")
        .configure("otel.blrp.schedule.delay", "50")
        .withLibrary()
        .build();
  }
}
