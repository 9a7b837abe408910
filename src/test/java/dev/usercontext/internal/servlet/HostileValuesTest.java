package dev.usercontext.internal.servlet;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.UserContextCounters;
import dev.usercontext.testkit.FakeRequest;
import dev.usercontext.testkit.SystemProperties;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known to do harm, by each way in: the request is answered, and nobody is another. */
class HostileValuesTest {

  private static final int MEGABYTE = 1 << 20;

  @RegisterExtension
  final SystemProperties configuration =
      new SystemProperties().with("usercontext.baggage.trust", "true");

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  static Stream<Arguments> values() {
    return Map.ofEntries(
            Map.entry("1 MB", "x".repeat(MEGABYTE)),
            Map.entry("1 MB of pairs", "\uD83D\uDE00".repeat(MEGABYTE / 2)),
            Map.entry("half a pair", "a\uD83D"),
            Map.entry("pairs the wrong way", "\uDE00\uD83D"),
            Map.entry("right to left", "\u202Eada\u202C"),
            Map.entry("invisible", "a\u200B\u2060\uFEFFda"),
            Map.entry("CR and LF", "ada\r\nSet-Cookie: a=b"),
            Map.entry("NUL", "ada\u0000"),
            Map.entry("__proto__", "__proto__"),
            Map.entry("empty", ""),
            Map.entry("whitespace", " \t\u00A0\u2003"),
            Map.entry("look-up", "${jndi:ldap://127.0.0.1/a}"))
        .entrySet()
        .stream()
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void asTheNameOfTheCaller(String kind, String value) {
    UserContextCounters before = UserContextCounters.read();
    handle(FakeRequest.of(value).header("baggage", "user.id=mallory"));
    SpanData span = telemetry.await();

    Object told = harmlessId(span.getAttributes());
    assertThat(told).isNotEqualTo("mallory");
    if (told == null) {
      assertThat(value.isBlank() || isCounted(before)).as("what is left out is counted").isTrue();
    } else {
      assertThat(unescaped(told.toString())).isEqualTo(value);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void asBaggageAsItIs(String kind, String value) {
    handle(FakeRequest.ofNobody().header("baggage", "user.id=" + value));
    Object told = harmlessId(telemetry.await().getAttributes());
    assertThat(told).isIn(null, value);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void asBaggageAsItIsMeantToBeWritten(String kind, String value) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      encoded.append(String.format("%%%02X", b));
    }
    handle(FakeRequest.ofNobody().header("baggage", "user.id=" + encoded));
    Object told = harmlessId(telemetry.await().getAttributes());
    // Half a pair has no encoding but a question mark.
    byte[] sent = value.getBytes(StandardCharsets.UTF_8);
    assertThat(told).isIn(null, new String(sent, StandardCharsets.UTF_8));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void besideAUserThatTheContainerKnows(String kind, String value) {
    handle(FakeRequest.of("carol").header("baggage", value).header("baggage", "user.id=" + value));
    assertThatSpan(telemetry.await()).carriesUser("carol");
  }

  @Test
  void aPrincipalThatCannotBeComparedFailsNothing() {
    FakeRequest request = FakeRequest.ofNobody();
    request.authenticateAs(new Incomparable("carol"));
    handle(request);
    assertThatSpan(telemetry.await()).carriesUser("carol");
  }

  /** Written in a hurry, and it works as long as nobody compares it with anything else. */
  private record Incomparable(String name) implements Principal {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean equals(Object other) {
      return name.equals(((Incomparable) other).name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  private void handle(FakeRequest request) {
    new FakeServer()
        .handle(
            request,
            () -> {
              UserContext.current();
              Span span = telemetry.span("span").startSpan();
              span.end();
            });
  }

  private static Object harmlessId(Attributes attributes) {
    attributes.forEach(
        (key, value) -> {
          String text = value.toString();
          assertThat(text.length()).isLessThanOrEqualTo(4_096);
          assertThat(text.codePoints())
              .as(key.getKey())
              .noneMatch(Character::isISOControl)
              .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
        });
    return attributes.asMap().entrySet().stream()
        .filter(entry -> entry.getKey().getKey().equals("user_id"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** What is written for a character that does not show; so nothing of an id is lost. */
  private static String unescaped(String told) {
    return Pattern.compile("\\\\u([0-9a-f]{4})")
        .matcher(told)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(found.group(1), 16))));
  }

  private static boolean isCounted(UserContextCounters before) {
    UserContextCounters now = UserContextCounters.read();
    return now.cut() > before.cut()
        || now.dropped() > before.dropped()
        || now.failed() > before.failed();
  }
}
