package dev.usercontext.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.usercontext.UserContext;
import dev.usercontext.internal.baggage.BaggageHosts;
import dev.usercontext.internal.baggage.ReceivedBaggage;
import dev.usercontext.internal.config.BaggageConfig;
import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What another service sends as baggage, and what comes of an id on its way to one. */
public final class BaggageTarget {

  private static final ReceivedBaggage RECEIVED =
      ReceivedBaggage.by(new BaggageConfig(false, BaggageHosts.NONE, true, "user.id"));
  private static final TextMapPropagator SENDING = propagator();
  private static final AttributeRenderer RENDERER = UserContextConfig.load().renderer();

  private BaggageTarget() {}

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    boolean there = data.consumeBoolean();
    String text = data.consumeRemainingAsString();
    if (there) {
      send(text);
    } else {
      receive(text);
    }
  }

  private static void receive(String header) {
    UserValue user = RECEIVED.user(List.of(header));
    if (user != null) {
      requireUsable(user.userId());
      String only = Entries.only(header, "user.id");
      if (!user.userId().equals(only)) {
        throw new IllegalStateException("taken for " + user.userId() + " instead of " + only);
      }
    }
  }

  private static void send(String id) {
    UserContext user;
    try {
      user = UserContext.builder(id).build();
    } catch (IllegalArgumentException refused) {
      return;
    }
    String told = told(user);
    Map<String, String> headers = new HashMap<>();
    user.run(() -> SENDING.inject(Context.current(), headers, Map::put));
    String baggage = headers.get("baggage");
    if (baggage == null) {
      return;
    }
    if (baggage.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new IllegalStateException("a header of " + baggage);
    }
    UserValue received = RECEIVED.user(List.of(baggage));
    if (received == null || !received.userId().equals(told)) {
      throw new IllegalStateException(told + " became " + received);
    }
  }

  private static String told(UserContext user) {
    return UserValue.of(user).attributes(RENDERER).outgoing().id();
  }

  private static void requireUsable(String id) {
    if (id.isBlank() || id.length() > 256 || id.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalStateException("an id of " + id.length() + ": " + id);
    }
  }

  private static TextMapPropagator propagator() {
    System.setProperty("usercontext.baggage.send", "id");
    System.setProperty("usercontext.baggage.hosts", "*");
    return AutoConfiguredOpenTelemetrySdk.builder()
        .addPropertiesSupplier(
            () ->
                Map.of(
                    "otel.traces.exporter", "none",
                    "otel.metrics.exporter", "none",
                    "otel.logs.exporter", "none"))
        .disableShutdownHook()
        .build()
        .getOpenTelemetrySdk()
        .getPropagators()
        .getTextMapPropagator();
  }
}
