package dev.usercontext.internal.baggage;

import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.UserContextCounters;
import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.request.BorrowedUsers;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.SystemProperties;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the calls of an application carry along. */
class SentBaggageTest {

  private static final String FRIEND = "http://orders.internal/hello";
  private static final String STRANGER = "http://llm.example.com/hello";

  @RegisterExtension
  final SystemProperties configuration =
      new SystemProperties()
          .with("usercontext.baggage.send", "id")
          .with("usercontext.baggage.hosts", "orders.internal");

  @RegisterExtension final OtherThread other = new OtherThread();

  private final Map<String, String> otel =
      new HashMap<>(
          Map.of(
              "otel.traces.exporter", "none",
              "otel.metrics.exporter", "none",
              "otel.logs.exporter", "none"));
  private OpenTelemetrySdk sdk;

  @AfterEach
  void close() {
    if (sdk != null) {
      sdk.close();
    }
  }

  @Test
  void theIdOfTheUserInEffectAndNothingElseOfTheUser() {
    UserContext carol =
        UserContext.builder("carol").email("carol@example.com").attr("plan", "pro").build();
    assertThat(carol.call(() -> call(FRIEND))).isEqualTo("user.id=carol");
  }

  @Test
  void nothingForAStranger() {
    assertThat(ADA.call(() -> call(STRANGER))).isNull();
  }

  @Test
  void nothingOfNobody() {
    assertThat(call(FRIEND)).isNull();
  }

  @Test
  void nothingUnlessConfigured() {
    configuration.set("usercontext.baggage.send", "none");
    assertThat(ADA.call(() -> call(FRIEND))).isNull();
  }

  @Test
  void nothingWhereTheLibraryIsSwitchedOff() {
    configuration.set("usercontext.enabled", "false");
    assertThat(ADA.call(() -> call(FRIEND))).isNull();
  }

  @Test
  void theBaggageOfTheApplicationGoesOnAsItIs() {
    Baggage own = Baggage.builder().put("tenant", "blue").build();
    try (Scope scope = own.makeCurrent()) {
      assertThat(ADA.call(() -> call(FRIEND))).contains("tenant=blue", "user.id=ada");
      assertThat(ADA.call(() -> call(STRANGER))).isEqualTo("tenant=blue");
    }
  }

  @Test
  void whatACallerHasPutThereGoesNoFurther() {
    try (Scope scope = Baggage.builder().put("user.id", "mallory").build().makeCurrent()) {
      assertThat(ADA.call(() -> call(FRIEND))).isEqualTo("user.id=ada");
      assertThat(ADA.call(() -> call(STRANGER))).isNull();
      assertThat(call(FRIEND)).isNull();
    }
  }

  @Test
  void whatIsOnlyBelievedGoesNoFurtherEither() {
    configuration.set("usercontext.baggage.send", "none");
    configuration.set("usercontext.baggage.trust", "true");
    try (Scope scope = Baggage.builder().put("user.id", "mallory").build().makeCurrent()) {
      assertThat(call(FRIEND)).isNull();
    }
  }

  @Test
  void theUserOfTheSpanOfTheCallWhereTheThreadIsNotThatOfTheCaller() {
    Span span =
        ADA.call(
            () -> sdk().getTracer("t").spanBuilder("GET").setSpanKind(SpanKind.CLIENT).startSpan());
    String sent =
        other.call(
            () -> {
              try (Scope scope = Context.root().with(span).makeCurrent()) {
                return call(FRIEND);
              }
            });
    span.end();
    assertThat(sent).isEqualTo("user.id=ada");
  }

  @Test
  void notTheUserOfACallThatTheSpanWasGiven() {
    Span span = sdk().getTracer("t").spanBuilder("tick").startSpan();
    UserValue.of(ADA).attributes(UserContextConfig.load().renderer()).writeTo(span);
    BorrowedUsers.add(span);
    try (Scope scope = span.makeCurrent()) {
      assertThat(call(FRIEND)).isNull();
    }
    span.end();
  }

  @Test
  void theHostMayBeKnownByTheSpanAlone() {
    Span span =
        sdk()
            .getTracer("t")
            .spanBuilder("GET")
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("server.address", "orders.internal")
            .setParent(BOB.storeInContext(Context.root()))
            .startSpan();
    Map<String, String> headers = new HashMap<>();
    sdk()
        .getPropagators()
        .getTextMapPropagator()
        .inject(Context.root().with(span), headers, Map::put);
    span.end();
    assertThat(headers).containsEntry("baggage", "user.id=bob");
  }

  @Test
  void withPseudonymsThePseudonym() {
    configuration.set("usercontext.pseudonym.key", "a secret of at least thirty-two bytes");
    assertThat(ADA.call(() -> call(FRIEND))).startsWith("user.id=k1.").doesNotContain("ada");
  }

  @Test
  void underAnotherKey() {
    configuration.set("usercontext.baggage.user-id", "acme-user");
    assertThat(ADA.call(() -> call(FRIEND))).isEqualTo("acme-user=ada");
  }

  @Test
  void alsoWhereTheApplicationSendsNoBaggage() {
    otel.put("otel.propagators", "tracecontext");
    try (Scope scope = Baggage.builder().put("tenant", "blue").build().makeCurrent()) {
      assertThat(ADA.call(() -> call(FRIEND))).isEqualTo("user.id=ada");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u202Eb", "a\u200Bb", "a\uD800b"})
  void anIdThatOthersWouldNotTakeIsLeftOutAndCounted(String id) {
    long before = UserContextCounters.read().dropped();
    String sent = UserContext.builder(id).build().call(() -> call(FRIEND));
    if (sent != null) {
      // What leaves has been made harmless already.
      assertThat(sent).doesNotContain(id);
    } else {
      assertThat(UserContextCounters.read().dropped()).isGreaterThan(before);
    }
  }

  @Test
  void anIdThatIsTooLongIsNotCut() {
    long before = UserContextCounters.read().dropped();
    assertThat(UserContext.builder("x".repeat(257)).build().call(() -> call(FRIEND))).isNull();
    assertThat(UserContextCounters.read().dropped()).isEqualTo(before + 1);
  }

  /** The baggage of a call that is sent here and now. */
  private String call(String uri) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri));
    Map<String, String> headers = new HashMap<>();
    sdk()
        .getPropagators()
        .getTextMapPropagator()
        .inject(
            Context.current(), request.build(), (carrier, name, value) -> headers.put(name, value));
    return headers.get("baggage");
  }

  private OpenTelemetrySdk sdk() {
    if (sdk == null) {
      sdk =
          AutoConfiguredOpenTelemetrySdk.builder()
              .addPropertiesSupplier(() -> otel)
              .disableShutdownHook()
              .build()
              .getOpenTelemetrySdk();
    }
    return sdk;
  }
}
