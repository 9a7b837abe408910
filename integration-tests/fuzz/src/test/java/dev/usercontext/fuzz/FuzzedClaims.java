package dev.usercontext.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What a token may say: of Java's types and of JSON's, in one another. */
final class FuzzedClaims {

  /** Where the paths of {@link FuzzedRules} begin. */
  private static final List<String> CLAIMS =
      List.of(
          "sub",
          "email",
          "org",
          "units",
          "0",
          "https://example.com/plan",
          "https:",
          "act",
          "__proto__",
          "id",
          "groups",
          "sid");

  /** Where they lead. */
  private static final List<String> NAMES =
      List.of("id", "units", "sub", "0", "1", "", "/example.com/plan", "__proto__", "org/id");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1.50",
          "4711.0",
          "9223372036854775807",
          "9223372036854775808",
          "9300000000000000001",
          "123456789012345678901234567890",
          "0.12345678901234567890123",
          "1e400",
          "1e-400",
          "1e999999999",
          "1e-999999999",
          "1e2147483647",
          "1e-2147483647");

  private static final int MEGABYTE = 1 << 20;
  private static final int DEPTH = 4;

  private final FuzzedDataProvider data;

  FuzzedClaims(FuzzedDataProvider data) {
    this.data = data;
  }

  /** All of them. */
  Map<String, Object> claims() {
    Map<String, Object> claims = object(DEPTH);
    for (String claim : CLAIMS) {
      if (data.consumeBoolean()) {
        claims.put(claim, value(DEPTH - 1));
      }
    }
    return claims;
  }

  /** Any text: short ones mostly, since the rest is data, too. */
  String text() {
    String text = data.consumeString(data.consumeInt(0, 40));
    return switch (data.consumeInt(0, 15)) {
      case 0 -> Hostile.VALUES.get(data.consumeInt(0, Hostile.VALUES.size() - 1));
      case 1 -> text + (char) data.consumeInt(0xD800, 0xDFFF);
      case 2 -> "x".repeat(4_096) + text;
      case 3 -> data.consumeInt(0, 9) > 0 || text.isEmpty() ? text : megabyte(text);
      default -> text;
    };
  }

  private static String megabyte(String text) {
    return text.repeat(MEGABYTE / text.length() + 1);
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int left = data.consumeInt(0, 4); left > 0; left--) {
      object.put(name(), value(depth - 1));
    }
    return object;
  }

  private List<Object> array(int depth) {
    List<Object> array = new ArrayList<>();
    for (int left = data.consumeInt(0, 3); left > 0; left--) {
      array.add(data.consumeInt(0, 9) == 0 ? null : value(depth - 1));
    }
    return array;
  }

  private String name() {
    return data.consumeInt(0, 5) == 0 ? data.consumeString(20) : data.pickValue(NAMES);
  }

  private Object value(int depth) {
    return switch (data.consumeInt(depth > 0 ? 0 : 4, 11)) {
      case 0 -> object(depth);
      case 1 -> array(depth);
      case 2 -> new LinkedHashSet<>(array(depth));
      case 3 -> json(depth);
      case 4 -> data.consumeBoolean();
      case 5 -> data.consumeLong();
      case 6 -> data.consumeDouble();
      case 7 -> new BigDecimal(data.pickValue(NUMBERS));
      case 8 -> new BigInteger(data.consumeBytes(12).length + "00000000000000000000");
      case 9 -> Instant.ofEpochSecond(data.consumeInt());
      default -> text();
    };
  }

  private JsonValue json(int depth) {
    return switch (data.consumeInt(depth > 0 ? 0 : 2, 7)) {
      case 0 -> jsonObject(depth);
      case 1 -> jsonArray(depth);
      case 2 -> JsonValue.TRUE;
      case 3 -> JsonValue.FALSE;
      case 4 -> JsonValue.NULL;
      case 5 -> Json.createValue(new BigDecimal(data.pickValue(NUMBERS)));
      default -> Json.createValue(text());
    };
  }

  private JsonValue jsonObject(int depth) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    for (int left = data.consumeInt(0, 3); left > 0; left--) {
      object.add(name(), json(depth - 1));
    }
    return object.build();
  }

  private JsonValue jsonArray(int depth) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (int left = data.consumeInt(0, 3); left > 0; left--) {
      array.add(json(depth - 1));
    }
    return array.build();
  }
}
