package dev.usercontext.dashboard.store.opensearch;

import dev.usercontext.dashboard.store.AttributeCondition;
import dev.usercontext.dashboard.store.AttributesJson;
import dev.usercontext.dashboard.store.Edge;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.NodeKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts as they stand in an index, and as they are looked for. An index takes terms of 32 KB at
 * most, so a longer text is cut, and ends with its checksum.
 */
final class Terms {
  /** Characters, of up to three bytes each. */
  private static final int LONGEST = 8_000;

  /** Longer values of attributes are found, but not worth their room in the index. */
  private static final int LONGEST_VALUE = 1_000;

  private static final Pattern NUMBER = Pattern.compile(AttributeCondition.NUMERIC);
  private static final NodeKind[] KINDS = NodeKind.values();

  private Terms() {}

  static String of(String text) {
    return cut(text, LONGEST);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest
        ? text
        : text.substring(0, longest - 100) + '…' + checksum(text);
  }

  /** SHA-256 in hexadecimal digits. */
  static String checksum(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException inEveryJava) {
      throw new IllegalStateException(inEveryJava);
    }
  }

  /** An attribute and its value. The length tells where the key ends, whatever it is made of. */
  static String attribute(String key, Object value) {
    return prefix(key) + cut(AttributesJson.text(value), LONGEST_VALUE);
  }

  /** What all values of an attribute begin with. */
  static String prefix(String key) {
    String term = cut(key, LONGEST_VALUE);
    return term.length() + ":" + term;
  }

  /** An attribute and its number, in the order of numbers; null where the value is none. */
  static @Nullable String number(String key, Object value) {
    double number = Double.NaN;
    if (value instanceof Number its) {
      number = its.doubleValue();
    } else if (value instanceof String text && NUMBER.matcher(text).matches()) {
      number = Double.parseDouble(text);
    }
    return Double.isFinite(number) ? number(key, number) : null;
  }

  static String number(String key, double value) {
    // Without -0: it is as large as 0, but its bits are not.
    long bits = Double.doubleToLongBits(value + 0.0);
    return prefix(key) + HexFormat.of().toHexDigits(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
  }

  static String edge(Edge edge) {
    String from = cut(edge.from().name(), LONGEST_VALUE);
    return ""
        + edge.from().kind().ordinal()
        + edge.to().kind().ordinal()
        + from.length()
        + ":"
        + from
        + cut(edge.to().name(), LONGEST_VALUE);
  }

  static Edge edge(String term) {
    int colon = term.indexOf(':');
    int from = colon + 1;
    int to = from + Integer.parseInt(term.substring(2, colon));
    return new Edge(
        new Node(KINDS[term.charAt(0) - '0'], term.substring(from, to)),
        new Node(KINDS[term.charAt(1) - '0'], term.substring(to)));
  }

  /** As a wildcard query takes it: any text with this in it. */
  static String containing(String part) {
    return '*' + part.replaceAll("[*?\\\\]", "\\\\$0") + '*';
  }

  /** As a regular expression of the index: a text that begins so, whatever its case. */
  static String beginning(String fixed, String prefix) {
    StringBuilder expression = new StringBuilder();
    fixed.codePoints().forEach(c -> literal(expression, c));
    prefix
        .codePoints()
        .limit(100)
        .forEach(
            c -> {
              int lower = Character.toLowerCase(c);
              int upper = Character.toUpperCase(c);
              if (lower == upper) {
                literal(expression, c);
              } else {
                expression.append('(');
                literal(expression, lower);
                expression.append('|');
                literal(expression, upper);
                expression.append(')');
              }
            });
    // Any character, line breaks too.
    return expression.append("(.|\n|\r)*").toString();
  }

  private static void literal(StringBuilder expression, int c) {
    if (!Character.isLetterOrDigit(c)) {
      expression.append('\\');
    }
    expression.appendCodePoint(c);
  }
}
