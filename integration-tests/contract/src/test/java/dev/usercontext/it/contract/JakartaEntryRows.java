package dev.usercontext.it.contract;

import static dev.usercontext.it.contract.EntryRows.knownByThread;
import static dev.usercontext.it.contract.EntryRows.startedBy;
import static dev.usercontext.it.contract.EntryRows.unknown;

import java.util.List;
import java.util.stream.Stream;

/** The rows of the entries of Jakarta EE. */
public final class JakartaEntryRows {

  private static final String JOB =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <job id="entries" xmlns="https://jakarta.ee/xml/ns/jakartaee" version="2.0">
        <listeners>
          <listener ref="jobListener">
            <properties>
              <property name="receipt" value="#{jobParameters['receipt']}"/>
            </properties>
          </listener>
        </listeners>
        <step id="first" next="second">
          <batchlet ref="jobBatchlet">
            <properties>
              <property name="receipt" value="#{jobParameters['receipt']}"/>
            </properties>
          </batchlet>
        </step>
        <step id="second">
          <chunk item-count="1">
            <reader ref="jobReader">
              <properties>
                <property name="receipt" value="#{jobParameters['receipt']}"/>
              </properties>
            </reader>
            <processor ref="jobProcessor">
              <properties>
                <property name="receipt" value="#{jobParameters['receipt']}"/>
              </properties>
            </processor>
            <writer ref="jobWriter">
              <properties>
                <property name="receipt" value="#{jobParameters['receipt']}"/>
              </properties>
            </writer>
          </chunk>
        </step>
      </job>
      """;

  private JakartaEntryRows() {}

  /** An application with them, for a server that has all of Jakarta EE. */
  public static ApplicationWar application(String name) {
    return addTo(ApplicationWar.unaware(name)).webXml(WebXml.basic());
  }

  /** Adds them to an application. */
  public static ApplicationWar addTo(ApplicationWar application) {
    return application
        .parts("entry", "websocket", "asynchronous", "timer", "batch", "message", "stream")
        .job("entries", JOB);
  }

  public static List<Row> all() {
    return Stream.of(WebSocketRows.all(), sockets(), started()).flatMap(List::stream).toList();
  }

  private static List<Row> sockets() {
    return List.of(WebSocketRows.attributed(), WebSocketRows.withoutSession());
  }

  private static List<Row> started() {
    return List.of(
        knownByThread(startedBy("ejb-asynchronous", "EJB @Asynchronous"), "ejb-async", "ejb-fire"),
        unknown(startedBy("timer", "EJB timer"), "timer"),
        unknown(startedBy("schedule", "EJB schedule"), "tick"),
        job(),
        unknown(startedBy("message", "message-driven bean"), "order"),
        // A channel in memory calls its consumer like a method.
        startedBy("stream", "reactive message").spans("news", "news-child"));
  }

  private static Row job() {
    return knownByThread(
        startedBy("job", "batch job"), "batchlet", "reader", "processor", "writer");
  }
}
