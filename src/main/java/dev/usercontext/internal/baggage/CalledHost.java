package dev.usercontext.internal.baggage;

import dev.usercontext.internal.diagnostics.ClassPresence;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import jakarta.ws.rs.client.ClientRequestContext;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * The host that a call goes to, as its carrier says, or else its span. Propagators are not told, so
 * of a client that is not known here and whose span does not say, nobody knows.
 */
final class CalledHost {

  private static final boolean JAX_RS =
      ClassPresence.isPresent("jakarta.ws.rs.client.ClientRequestContext");
  private static final boolean VERTX =
      ClassPresence.isPresent("io.vertx.core.spi.observability.HttpRequest");
  private static final AttributeKey<String> SERVER_ADDRESS =
      AttributeKey.stringKey("server.address");

  private CalledHost() {}

  static @Nullable String of(Context context, @Nullable Object carrier) {
    if (carrier instanceof HttpURLConnection connection) {
      return AddressedHost.of(connection.getURL());
    }
    if (VERTX && Vertx.isClient(carrier)) {
      String address = Vertx.addressOf(carrier);
      return address == null ? ofSpan(context) : AddressedHost.of(address);
    }
    URI uri = uriOf(carrier);
    return uri == null ? ofSpan(context) : AddressedHost.of(uri);
  }

  private static @Nullable URI uriOf(@Nullable Object carrier) {
    if (JAX_RS && Rest.isClient(carrier)) {
      return Rest.uriOf(carrier);
    }
    return carrier instanceof HttpRequest request ? request.uri() : null;
  }

  /** By OpenTelemetry's conventions, it is there from the start of the span of an HTTP call. */
  private static @Nullable String ofSpan(Context context) {
    return Span.fromContext(context) instanceof ReadableSpan span
            && span.getKind() == SpanKind.CLIENT
        ? span.getAttribute(SERVER_ADDRESS)
        : null;
  }

  /** A class of its own, so that it is linked only after {@link #JAX_RS} was asked. */
  private static final class Rest {
    static boolean isClient(@Nullable Object carrier) {
      return carrier instanceof ClientRequestContext;
    }

    static @Nullable URI uriOf(@Nullable Object carrier) {
      return carrier instanceof ClientRequestContext request ? request.getUri() : null;
    }
  }

  /** Quarkus's clients, which begin the span of a call in Vert.x; linked after {@link #VERTX}. */
  private static final class Vertx {
    static boolean isClient(@Nullable Object carrier) {
      return carrier instanceof io.vertx.core.spi.observability.HttpRequest;
    }

    static @Nullable String addressOf(@Nullable Object carrier) {
      return carrier instanceof io.vertx.core.spi.observability.HttpRequest request
          ? request.absoluteURI()
          : null;
    }
  }
}
