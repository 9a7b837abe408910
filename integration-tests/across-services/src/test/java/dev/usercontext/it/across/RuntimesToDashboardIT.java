package dev.usercontext.it.across;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.it.contract.AppClient;
import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.WebXml;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The three runtimes send to one dashboard, each with the exporter that it brings: its views show
 * the users, the calls and the cost that there were, and nothing else. On each of them alice calls
 * a model twice and one without a price once, bob calls a model once, and so does nobody.
 */
class RuntimesToDashboardIT {

  private static final String QUARKUS = "on-quarkus";
  private static final String WILDFLY = "on-wildfly";
  private static final String LIBERTY = "on-liberty";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** 1,000 tokens at 2.50 and 200 at 10.00 USD a million, in nano-USD. */
  private static final long CALL_OF_ALICE = 1_000 * 2_500 + 200 * 10_000;

  private static final long CALL_OF_BOB = 3_000 * 2_500 + 50 * 10_000;
  private static final long CALL_OF_NOBODY = 10 * 2_500 + 10 * 10_000;

  private static final List<Service> SERVICES = new ArrayList<>();
  private static DashboardServer dashboard;

  @BeforeAll
  static void start() throws Exception {
    Path work = Files.createDirectories(Path.of(System.getProperty("work")));
    dashboard = new DashboardServer();
    WildFlyServer wildFly = new WildFlyServer(WILDFLY);
    LibertyServer liberty = new LibertyServer(LIBERTY);
    QuarkusServer quarkus = new QuarkusServer();
    Map<Service, URI> starting = new LinkedHashMap<>();
    starting.put(started(dashboard.start(work)), URI.create(dashboard.url() + "api/v1/totals"));
    starting.put(
        started(wildFly.start(application(WILDFLY, "grpc", dashboard.grpcEndpoint()), work)),
        URI.create(wildFly.url() + "rest/open/do/tracer"));
    starting.put(
        started(liberty.start(application(LIBERTY, "grpc", dashboard.grpcEndpoint()), work)),
        URI.create(liberty.url() + "rest/open/do/tracer"));
    starting.put(
        started(
            quarkus.start(
                QUARKUS,
                Map.of(
                    "quarkus.otel.service.name",
                    QUARKUS,
                    "quarkus.otel.exporter.otlp.endpoint",
                    dashboard.httpEndpoint(),
                    "quarkus.otel.exporter.otlp.protocol",
                    "http/protobuf",
                    "quarkus.otel.bsp.schedule.delay",
                    "50ms"),
                work)),
        URI.create(quarkus.url() + "rest/open/do/tracer"));
    for (Map.Entry<Service, URI> service : starting.entrySet()) {
      service.getKey().await(service.getValue());
    }
    for (String url : List.of(wildFly.url(), liberty.url(), quarkus.url())) {
      callModels(new AppClient(URI.create(url)));
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(dashboard.ask("totals?range=24h&llm=true").path("spans").asLong())
                  .isEqualTo(15);
              for (String service : List.of(WILDFLY, LIBERTY, QUARKUS)) {
                assertThat(userTotals(service, "alice").path("spans").asLong()).isEqualTo(6);
                assertThat(userTotals(service, "bob").path("spans").asLong()).isEqualTo(2);
              }
            });
  }

  private static Service started(Service service) {
    SERVICES.add(service);
    return service;
  }

  private static ApplicationWar application(String name, String protocol, String endpoint) {
    return ApplicationWar.unaware(name)
        .webXml(WebXml.basic())
        .configure("otel.exporter.otlp.protocol", protocol)
        .configure("otel.exporter.otlp.endpoint", endpoint)
        .withLibrary();
  }

  private static void callModels(AppClient client) {
    callModel(client, "secured", Caller.basic("alice"), "gpt-4o", 1_000, 200);
    callModel(client, "secured", Caller.basic("bob"), "gpt-4o", 3_000, 50);
    callModel(client, "open", Caller.ANONYMOUS, "gpt-4o", 10, 10);
    callModel(client, "secured", Caller.basic("alice"), "gpt-4o", 1_000, 200);
    callModel(client, "secured", Caller.basic("alice"), "house-model", 7, 7);
  }

  private static void callModel(
      AppClient client, String zone, Caller caller, String model, int input, int output) {
    String path =
        "rest/%s/do/model-call?model=%s&input=%d&output=%d".formatted(zone, model, input, output);
    assertThat(client.get(path, caller).body()).isEqualTo("hello from the model");
  }

  @AfterAll
  static void stop() throws InterruptedException {
    for (Service service : SERVICES) {
      service.close();
    }
  }

  private static JsonNode userTotals(String service, String user) throws Exception {
    return stream(dashboard.ask("users?range=24h&service=" + service).path("users"))
        .filter(row -> row.path("id").asText().equals(user))
        .findFirst()
        .map(row -> row.path("totals"))
        .orElseThrow(() -> new AssertionError(user + " is not among the users of " + service));
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  @Test
  void usersHaveTheCallsTokensAndCostThatTheyMade() throws Exception {
    JsonNode users = dashboard.ask("users?range=24h&sort=user_id").path("users");
    assertThat(stream(users).map(row -> row.path("id").asText())).containsExactly("alice", "bob");
    expect(users.get(0).path("totals"), 9, 3 * 2_007, 3 * 407, 3 * 2 * CALL_OF_ALICE, 3);
    expect(users.get(1).path("totals"), 3, 3 * 3_000, 3 * 50, 3 * CALL_OF_BOB, 0);
    assertThat(stream(users.get(0).path("models")).map(JsonNode::asText))
        .containsExactly("gpt-4o", "house-model");
  }

  @Test
  void eachRuntimeHasItsShare() throws Exception {
    for (String service : List.of(WILDFLY, LIBERTY, QUARKUS)) {
      expect(userTotals(service, "alice"), 3, 2_007, 407, 2 * CALL_OF_ALICE, 1);
      expect(userTotals(service, "bob"), 1, 3_000, 50, CALL_OF_BOB, 0);
    }
    JsonNode groups = dashboard.ask("cost?range=24h&by=service").path("groups");
    assertThat(stream(groups).map(group -> group.path("name").asText()))
        .containsExactlyInAnyOrder(WILDFLY, LIBERTY, QUARKUS);
    for (JsonNode group : groups) {
      expect(
          group.path("totals"), 5, 5_017, 467, 2 * CALL_OF_ALICE + CALL_OF_BOB + CALL_OF_NOBODY, 1);
    }
  }

  private static void expect(
      JsonNode totals, long calls, long input, long output, long nanoUsd, long unknown) {
    assertThat(totals.path("llmCalls").asLong()).as("calls").isEqualTo(calls);
    assertThat(totals.path("inputTokens").asLong()).as("input tokens").isEqualTo(input);
    assertThat(totals.path("outputTokens").asLong()).as("output tokens").isEqualTo(output);
    assertThat(totals.path("costNanoUsd").asLong()).as("cost").isEqualTo(nanoUsd);
    assertThat(totals.path("costUnknown").asLong()).as("without a price").isEqualTo(unknown);
    assertThat(totals.path("errors").asLong()).as("errors").isZero();
  }

  @Test
  void costByUserLeavesNobodysCallsToNobody() throws Exception {
    JsonNode groups = dashboard.ask("cost?range=24h&by=user").path("groups");
    Map<String, Long> cost = new LinkedHashMap<>();
    groups.forEach(
        group ->
            cost.put(
                group.path("kind").asText() + ' ' + group.path("name").asText(),
                group.path("totals").path("costNanoUsd").asLong()));
    assertThat(cost)
        .isEqualTo(
            Map.of(
                "NAMED alice", 6 * CALL_OF_ALICE,
                "NAMED bob", 3 * CALL_OF_BOB,
                "NONE ", 3 * CALL_OF_NOBODY));
  }

  @Test
  void theAuditTrailOfAUserIsItsTraces() throws Exception {
    for (String service : List.of(WILDFLY, LIBERTY, QUARKUS)) {
      JsonNode spans = dashboard.ask("spans?range=24h&user=bob&service=" + service).path("spans");
      assertThat(stream(spans).map(span -> span.path("traceId").asText()).distinct()).hasSize(1);
      assertThat(stream(spans).map(span -> span.path("kind").asText()))
          .containsExactlyInAnyOrder("SERVER", "INTERNAL");
      JsonNode trace = dashboard.ask("traces/" + spans.get(0).path("traceId").asText());
      assertThat(stream(trace).map(span -> span.path("user").path("id").asText()))
          .containsExactly("bob", "bob");
    }
  }

  @Test
  void theNetworkLeadsFromUsersOverServicesToModels() throws Exception {
    JsonNode edges = dashboard.ask("graph?range=24h").path("edges");
    Map<String, Long> calls = new LinkedHashMap<>();
    for (JsonNode edge : edges) {
      JsonNode ends = edge.path("edge");
      calls.put(
          ends.path("from").path("name").asText() + " > " + ends.path("to").path("name").asText(),
          edge.path("calls").asLong());
    }
    for (String service : List.of(WILDFLY, LIBERTY, QUARKUS)) {
      assertThat(calls)
          .containsEntry("alice > " + service, 3L)
          .containsEntry("bob > " + service, 1L)
          .containsEntry(service + " > gpt-4o", 4L)
          .containsEntry(service + " > house-model", 1L);
    }
  }
}
