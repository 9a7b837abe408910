package dev.usercontext.internal.baggage;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.SystemProperties;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the baggage of a message names, which the runtime reads and not the library. */
class ReceivedMessageTest {

  private static final String SENDER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @RegisterExtension
  final SystemProperties configuration =
      new SystemProperties().with("usercontext.baggage.trust", "true");

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  @BeforeEach
  void readConfiguration() {
    telemetry.restart();
  }

  @Test
  void isTheUserOfItsSpans() {
    receive("tenant=blue,user.id=ada;p=1");
    assertThatSpan(telemetry.await()).carriesUser("ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user.id=ada,user.id=mallory",
        "user.id=bob,;user.id=mallory",
        ";user.id=mallory",
        "a=b,;user.id=mallory,user.id=b\u0003ob"
      })
  void isNobodyWhereThatIsNotCertain(String header) {
    receive(header);
    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void isNobodyUnlessConfigured() {
    configuration.set("usercontext.baggage.trust", "false");
    telemetry.restart();
    receive("user.id=ada");
    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void allElseIsTheApplications() {
    Baggage baggage = Baggage.fromContext(extract(Context.root(), "a=b,user.id=ada,user.id=eve"));
    assertThat(baggage.asMap()).containsOnlyKeys("a");
  }

  @Test
  void ofACarrierWithoutBaggageTheContextStaysWhatItIs() {
    Context ada = Context.root().with(Baggage.builder().put("user.id", "ada").build());
    assertThat(Baggage.fromContext(extract(ada, null)).getEntryValue("user.id")).isEqualTo("ada");
  }

  private void receive(String baggage) {
    Context context = extract(Context.root(), baggage);
    telemetry.span("receive").setParent(context).setSpanKind(SpanKind.CONSUMER).startSpan().end();
  }

  private Context extract(Context context, String baggage) {
    Map<String, String> headers =
        baggage == null
            ? Map.of("traceparent", SENDER)
            : Map.of("traceparent", SENDER, "baggage", baggage);
    return telemetry.propagator().extract(context, headers, Headers.INSTANCE);
  }

  private enum Headers implements TextMapGetter<Map<String, String>> {
    INSTANCE;

    @Override
    public Iterable<String> keys(Map<String, String> headers) {
      return headers.keySet();
    }

    @Override
    public String get(Map<String, String> headers, String name) {
      return headers.get(name);
    }
  }
}
