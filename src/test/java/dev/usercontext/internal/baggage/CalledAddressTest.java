package dev.usercontext.internal.baggage;

import static dev.usercontext.testkit.Users.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.Duck;
import dev.usercontext.testkit.LoggedMessages;
import dev.usercontext.testkit.SystemProperties;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.vertx.core.spi.observability.HttpRequest;
import jakarta.ws.rs.client.ClientRequestContext;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which host an address names, where it is none of those that every parser reads alike. */
class CalledAddressTest {

  private static final String SENT = "user.id=ada";

  @RegisterExtension
  final SystemProperties configuration =
      new SystemProperties()
          .with("usercontext.baggage.send", "id")
          .with("usercontext.baggage.hosts", "orders_service,allowed,*.example.com,[::1]");

  @RegisterExtension final LoggedMessages log = new LoggedMessages();

  private OpenTelemetrySdk sdk;

  @BeforeEach
  void open() {
    Map<String, String> otel =
        Map.of(
            "otel.traces.exporter", "none",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none");
    sdk =
        AutoConfiguredOpenTelemetrySdk.builder()
            .addPropertiesSupplier(() -> otel)
            .disableShutdownHook()
            .build()
            .getOpenTelemetrySdk();
  }

  @AfterEach
  void close() {
    sdk.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://orders_service:8080/",
        "http://orders_service",
        "HTTP://ORDERS_SERVICE:/",
        "http://me:secret@orders_service:8080/a?b=c@d#e",
        "https://[::1]:8443/",
        "http://my_shop.example.com/"
      })
  void namesThatAreNoneOfTheInternet(String address) throws IOException {
    assertThat(byRest(address)).isEqualTo(SENT);
    assertThat(byVertx(address)).isEqualTo(SENT);
    assertThat(byConnection(address)).isEqualTo(SENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://allowed/orders?filter=a|b",
        "https://allowed:8443/orders/{id}",
        "http://allowed/a b",
        "http://allowed?q={x}",
        "http://[::1]:8080/a|b",
        "http://shop.example.com/a\\b"
      })
  void addressesThatAreNoUri(String address) throws IOException {
    assertThat(byVertx(address)).isEqualTo(SENT);
    assertThat(byConnection(address)).isEqualTo(SENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil\\@allowed/",
        "http://allowed\\@evil/",
        "http://evil\\.example.com/",
        "http://allowed@evil/|",
        "http://allowed@evil_host/",
        "http://evil@allowed@evil_host/",
        "http://evil_host#@allowed/",
        "http://evil_host?@allowed/|",
        "http://allowed#@evil/|",
        "http://allowed?@evil/|",
        "http://allowed:80@evil/|",
        "http://allowed:x@evil_host/",
        "http://allowed|evil/",
        "http://evil|.example.com/",
        "http://evil .example.com/",
        "http:\\\\allowed/",
        "http:allowed/|",
        "//allowed/|",
        "/allowed/|",
        " http://allowed/",
        "|"
      })
  void inDoubtNothingIsSent(String address) {
    assertThat(byVertx(address)).isNull();
  }

  @Test
  void whatIsNoAddressAtAllIsNoFaultOfOurs() {
    byVertx("http://allowed/a|b");
    byVertx("|");
    assertThat(log.warnings()).isEmpty();
  }

  private @Nullable String byRest(String address) {
    return sent(
        Duck.as(
            ClientRequestContext.class,
            new Object() {
              @SuppressWarnings("unused")
              public URI getUri() {
                return URI.create(address);
              }
            }));
  }

  private @Nullable String byVertx(String address) {
    return sent(
        Duck.as(
            HttpRequest.class,
            new Object() {
              @SuppressWarnings("unused")
              public String absoluteURI() {
                return address;
              }
            }));
  }

  /** Made, and never connected. */
  private @Nullable String byConnection(String address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(address).openConnection();
    return sent(connection);
  }

  private @Nullable String sent(Object carrier) {
    Span span =
        sdk.getTracer("t")
            .spanBuilder("GET")
            .setSpanKind(SpanKind.CLIENT)
            .setParent(ADA.storeInContext(Context.root()))
            .startSpan();
    Map<String, String> headers = new HashMap<>();
    sdk.getPropagators()
        .getTextMapPropagator()
        .inject(Context.root().with(span), carrier, (to, name, value) -> headers.put(name, value));
    span.end();
    return headers.get("baggage");
  }
}
